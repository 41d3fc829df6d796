import type { Passkey, PasskeyList } from "@stsphera/contracts";
import { z } from "zod";
import { instantText, query } from "../../kernel/index.ts";
import { ownAccount } from "./own-account.ts";

const MINE = `
  select k.id, k.name, ${instantText("k.created_at")} as "createdAt", ${instantText("k.last_used_at")} as "lastUsedAt"
  from passkeys k where k.user_id = $1 and k.removed_at is null order by k.id desc`;

/** The actor's passkeys, newest first. */
export const listMyPasskeys = query({
  name: "passkey.list",
  permissions: ["profile.edit"],
  input: z.strictObject({}),
  read: async (ctx): Promise<PasskeyList> => ({
    items: await ctx.db.read<Passkey>(MINE, [ownAccount(ctx).id]),
  }),
});
