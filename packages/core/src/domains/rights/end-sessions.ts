import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { and, eq, isNull } from "drizzle-orm";
import type { Change, Context, Tx } from "../../kernel/index.ts";
import { BY_RIGHTS_LOST } from "./ended.ts";

const { passkeys, pushSubscriptions, refreshTokens, sessions, signInLinks } = schema;

/**
 * Ends the sessions and open sign-in links of a user without access and removes their passkeys, so that a lost phone
 * does not sign in when access is given again. Users with reduced rights keep theirs: a session holds no rights, each
 * request reads them anew.
 */
export async function endSessions(tx: Tx, { now }: Context, person: UserActor): Promise<Change[]> {
  if (person.status === "active" || person.status === "pending") return [];
  const { id: userId } = person;
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt)));
  await tx
    .update(signInLinks)
    .set({ revokedAt: now })
    .where(and(eq(signInLinks.userId, userId), isNull(signInLinks.usedAt), isNull(signInLinks.revokedAt)));
  await tx.delete(pushSubscriptions).where(eq(pushSubscriptions.userId, userId));
  const ended = await tx
    .update(refreshTokens)
    .set({ revokedAt: now })
    .where(and(eq(refreshTokens.userId, userId), isNull(refreshTokens.revokedAt)))
    .returning({ family: refreshTokens.family });
  const removed = await tx
    .update(passkeys)
    .set({ removedAt: now })
    .where(and(eq(passkeys.userId, userId), isNull(passkeys.removedAt)))
    .returning({ id: passkeys.id });
  const counts = {
    sessions: new Set(ended.map(({ family }) => family)).size,
    passkeys: removed.length,
  };
  const lost = Object.entries(counts).filter(([, count]) => count > 0);
  if (lost.length === 0) return [];
  const subject = { entityType: "user", entityId: person.id, objectId: null };
  const after = Object.fromEntries(lost.map(([what]) => [what, 0]));
  return [{ ...subject, before: Object.fromEntries(lost), after, ...BY_RIGHTS_LOST }];
}
