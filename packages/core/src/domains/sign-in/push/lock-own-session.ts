import { schema } from "@stsphera/db";
import { and, eq, gt, isNull } from "drizzle-orm";
import { type Context, notFound, type Tx } from "../../../kernel/index.ts";
import { signedInThemselves } from "../own-account.ts";

const { pushSubscriptions, sessions } = schema;

/** An open session of the actor, and whether its browser rings. One that an admin's link began is none of theirs. */
export async function lockOwnSession(tx: Tx, ctx: Context, sessionId: number) {
  const mine = and(
    eq(sessions.id, sessionId),
    eq(sessions.userId, signedInThemselves(ctx).id),
    isNull(sessions.givenBy),
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, ctx.now),
  );
  const [row] = await tx.select().from(sessions).where(mine).for("update");
  if (row === undefined) throw notFound();
  const [browser] = await tx
    .select({ id: pushSubscriptions.id, since: pushSubscriptions.createdAt })
    .from(pushSubscriptions)
    .where(eq(pushSubscriptions.sessionId, row.id));
  return { ...row, browserId: browser?.id ?? null, ringsSince: browser?.since ?? null };
}
