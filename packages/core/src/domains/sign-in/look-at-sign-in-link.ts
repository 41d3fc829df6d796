import type { LinkView } from "@stsphera/contracts";
import { z } from "zod";
import { DomainError, instantText, query } from "../../kernel/index.ts";
import { assertUsable, tokenHash } from "./link-rules.ts";
import { assertSignInJob } from "./sign-in-job.ts";

type Row = LinkView & { usedAt: Date | null; revokedAt: Date | null; until: Date; status: string };

const LINK = `
  select u.full_name as "fullName", u.status, ${instantText("l.expires_at")} as "expiresAt", l.expires_at as until,
    l.used_at as "usedAt", l.revoked_at as "revokedAt",
    (select m.full_name from users m where m.id = l.made_by and l.made_by <> l.user_id) as "givenBy"
  from sign_in_links l join users u on u.id = l.user_id where l.token_hash = $1`;

/** Who would sign in by a link. Looking at it does not use it, so that a link's preview does no harm. */
export const lookAtSignInLink = query({
  name: "sign_in_link.look",
  permissions: [],
  input: z.strictObject({ tokenHash }),
  read: async (ctx, input): Promise<LinkView> => {
    assertSignInJob(ctx);
    const [row] = await ctx.db.read<Row>(LINK, [input.tokenHash]);
    assertUsable(row === undefined ? undefined : { ...row, expiresAt: row.until }, ctx.now);
    const { fullName, expiresAt, givenBy, status } = row as Row;
    if (status !== "active") throw new DomainError("unauthenticated", { sentence: "access_closed" });
    return { fullName, expiresAt, givenBy };
  },
});
