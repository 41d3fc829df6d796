import { can, type Permission, rolesOn, sees, type UserActor } from "@stsphera/rbac";
import { type Context, forbidden, notFound, personOf, type Tx } from "../../kernel/index.ts";
import { lockRights, ownRights } from "./own-rights.ts";

/**
 * Locks what is granted, and refuses an actor who lost the right to grant since the request began: otherwise the
 * grant would outlive the right, since nothing would end it later. Returns the actor as reloaded.
 */
export async function assertStillGives(
  tx: Tx,
  ctx: Context,
  permission: Permission,
  objectId: number | null,
): Promise<UserActor> {
  await lockRights(tx);
  const person = await ownRights(tx, personOf(ctx).id);
  if (objectId !== null && !sees(person, objectId)) throw notFound();
  if (!can(person, permission, objectId === null ? {} : { objectId })) throw forbidden(permission);
  return person;
}

/** Whether a user has roles to delegate: on the object, or at all. */
export const hasToLend = (person: UserActor, objectId: number | null): boolean =>
  person.status === "active" && (objectId === null || rolesOn(person, objectId).length > 0);
