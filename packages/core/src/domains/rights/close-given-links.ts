import { schema } from "@stsphera/db";
import { can, type UserActor } from "@stsphera/rbac";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Change, Context, Tx } from "../../kernel/index.ts";
import { BY_RIGHTS_LOST } from "./ended.ts";

const { sessions, signInLinks } = schema;

/**
 * Cancels the unused sign-in links that a user made for others by a right they no longer hold, and ends the sessions that
 * the used ones began.
 */
export async function closeGivenLinks(tx: Tx, { now }: Context, person: UserActor): Promise<Change[]> {
  if (can(person, "sign_in.give")) return [];
  const unused = and(isNull(signInLinks.usedAt), isNull(signInLinks.revokedAt));
  const closed = await tx
    .update(signInLinks)
    .set({ revokedAt: now })
    .where(and(eq(signInLinks.madeBy, person.id), ne(signInLinks.userId, person.id), unused))
    .returning({ id: signInLinks.id });
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.givenBy, person.id), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  const links = closed.map(({ id }) => ({
    entityType: "sign_in_link",
    entityId: id,
    objectId: null,
    before: { revokedAt: null },
    after: { revokedAt: now },
    ...BY_RIGHTS_LOST,
  }));
  const ends = ended.map(({ id }) => ({
    entityType: "session",
    entityId: id,
    objectId: null,
    before: { endedAt: null },
    after: { endedAt: now },
    ...BY_RIGHTS_LOST,
  }));
  return [...links, ...ends];
}
