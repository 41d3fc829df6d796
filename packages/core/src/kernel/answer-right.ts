import { schema } from "@stsphera/db";
import { type Actor, can, GRANTS, type Permission, type Relation, sees } from "@stsphera/rbac";
import { and, asc, eq } from "drizzle-orm";
import type { Change } from "./change.ts";
import type { Tx } from "./context.ts";
import { forbidden, notFound } from "./errors.ts";

const { auditLog } = schema;

/** What a user must still hold to get a stored answer again; null permission where none was recorded. */
export type AnswerRight = {
  objectId: number | null;
  permission: Permission | null;
  relations: Relation[] | null;
};

/**
 * The right a command was done by: that of the actor's first change, else the first of the verb's permissions that
 * the actor holds on the object.
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
 * Refuses to replay a stored answer to a user who may no longer see it: not_found when the object is out of sight,
 * forbidden when the user no longer holds the permission by the ties of that time. Version, state and existence are
 * not checked again, so an offline queue that lost the first answer still gets it.
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
 * Finds the object of an answer stored before objects were recorded with answers: the audit row with the same user,
 * verb and instant. Its permission and ties are unknown, so any permission of the verb by any tie is accepted; a
 * former member or an observer holds none. Without an audit row that names an object, only company permissions count.
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
