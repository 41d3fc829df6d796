import { schema } from "@stsphera/db";
import { and, inArray, isNull, type SQL } from "drizzle-orm";
import type { Context, Tx } from "../../kernel/index.ts";

const { pushSubscriptions, refreshTokens, sessions } = schema;

/** Ends the open sessions that match, at once: their access tokens stop too, and their browsers ring no more. Returns their ids. */
export async function endSessionsWhere(
  tx: Tx,
  { now }: Pick<Context, "now">,
  which: SQL | undefined,
): Promise<number[]> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(which, isNull(sessions.endedAt)))
    .returning({ id: sessions.id, family: sessions.family });
  if (ended.length === 0) return [];
  const families = ended.map(({ family }) => family);
  await tx
    .update(refreshTokens)
    .set({ revokedAt: now })
    .where(and(inArray(refreshTokens.family, families), isNull(refreshTokens.revokedAt)));
  const ids = ended.map(({ id }) => id);
  await tx.delete(pushSubscriptions).where(inArray(pushSubscriptions.sessionId, ids));
  return ids;
}
