import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { and, eq, isNull } from "drizzle-orm";
import type { Change, Context, Tx } from "../../kernel/index.ts";
import { BY_RIGHTS_LOST } from "./ended.ts";

const { refreshTokens } = schema;

/**
 * Ends the sessions of a user without access. Users with reduced rights keep theirs: a session holds no rights, each
 * request reads them anew.
 */
export async function endSessions(tx: Tx, { now }: Context, person: UserActor): Promise<Change[]> {
  if (person.status === "active" || person.status === "pending") return [];
  const ended = await tx
    .update(refreshTokens)
    .set({ revokedAt: now })
    .where(and(eq(refreshTokens.userId, person.id), isNull(refreshTokens.revokedAt)))
    .returning({ family: refreshTokens.family });
  const sessions = new Set(ended.map(({ family }) => family)).size;
  if (sessions === 0) return [];
  const subject = { entityType: "user", entityId: person.id, objectId: null };
  return [{ ...subject, before: { sessions }, after: { sessions: 0 }, ...BY_RIGHTS_LOST }];
}
