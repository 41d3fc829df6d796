import { schema } from "@stsphera/db";
import { type Actor, can, GRANTS, type Permission, type Relation, sees } from "@stsphera/rbac";
import { and, asc, eq } from "drizzle-orm";
import type { Change } from "./change.ts";
import type { Tx } from "./context.ts";
import { forbidden, notFound } from "./errors.ts";

const { auditLog } = schema;

/** What a remembered answer needs of a person who asks for it again; no permission where none was recorded. */
export type AnswerRight = {
  objectId: number | null;
  permission: Permission | null;
  relations: Relation[] | null;
};

/**
 * The right a command was done by: that of the first change the person made himself, or else the first of the verb's
 * permissions that he holds there.
 */
export function answerRight(
  actor: Actor,
  permissions: readonly Permission[],
  changes: readonly Change[],
): AnswerRight {
  const { objectId = null, right } = changes.find(({ by }) => by === undefined) ?? changes[0] ?? {};
  if (right !== undefined) {
    return { objectId, permission: right.permission, relations: [...(right.relations ?? [])] };
  }
  const permission = permissions.find((one) => can(actor, one, onObject(objectId)));
  return { objectId, permission: permission ?? null, relations: null };
}

/**
 * Refuses a remembered answer to a person who would not see it now: the object is no longer there for him, or he does
 * not hold the permission by the ties he had then. Version, state and existence are not judged again, so that a queue
 * that lost the first answer gets it whatever has happened since.
 */
export function assertAnswerRight(
  actor: Actor,
  permissions: readonly Permission[],
  { objectId, permission, relations }: AnswerRight,
): void {
  if (objectId !== null && !sees(actor, objectId)) throw notFound();
  if (permission !== null) {
    const held = can(actor, permission, { ...onObject(objectId), relations: relations ?? [] });
    if (!held) throw forbidden(permission);
    return;
  }
  const [first] = permissions;
  if (first !== undefined && !permissions.some((one) => canByAnyTie(actor, one, objectId)))
    throw forbidden(first);
}

/**
 * The object of an answer stored before objects were recorded with it: the audit log has the command under the same
 * person, verb and instant. Its permission and ties are unknown, so any permission of the verb will do, by any tie: a
 * person who left or was made an observer holds none of them, and an offline queue of a member keeps its answers. What
 * the log ties to no object is judged by the company's permissions alone.
 */
export async function objectOfOldAnswer(
  tx: Tx,
  done: { actorId: number; verb: string; createdAt: Date },
): Promise<number | null> {
  const [found] = await tx
    .select({ objectId: auditLog.objectId })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.actorId, done.actorId),
        eq(auditLog.action, done.verb),
        eq(auditLog.at, done.createdAt),
      ),
    )
    .orderBy(asc(auditLog.id))
    .limit(1);
  return found?.objectId ?? null;
}

const onObject = (objectId: number | null) => (objectId === null ? {} : { objectId });

function canByAnyTie(actor: Actor, permission: Permission, objectId: number | null): boolean {
  const relations = Object.keys(GRANTS[permission].also ?? {}) as Relation[];
  return can(actor, permission, { ...onObject(objectId), relations });
}
