import type { MyPush } from "@stsphera/contracts";
import { z } from "zod";
import { query } from "../../../kernel/index.ts";
import { ownAccount } from "../own-account.ts";

/** The scheduler says with each heartbeat by which key it sends; after so long of silence nothing is offered. */
const SILENT_MINUTES = 30;

/** $1 session · $2 instant */
const MINE = `
  select (select h.details ->> 'pushKey' from ops_records h
      where h.kind = 'heartbeat' and h.at > $2::timestamptz - interval '${SILENT_MINUTES} minutes'
      order by h.at desc, h.id desc limit 1) as "publicKey",
    exists (select from push_subscriptions p where p.session_id = $1::integer) as rings`;

/** Whether this browser can ring and does; a session by an admin's link never does. */
export const getMyPush = query({
  name: "push.get",
  permissions: ["profile.edit"],
  input: z.strictObject({}),
  read: async (ctx): Promise<MyPush> => {
    const { session } = ownAccount(ctx);
    const own = session === undefined || session.givenBy !== null ? null : session.id;
    const [row] = await ctx.db.read<Omit<MyPush, "sessionId">>(MINE, [own, ctx.now.toISOString()]);
    return { publicKey: row?.publicKey ?? null, rings: row?.rings ?? false, sessionId: own };
  },
});
