import { can, type Permission, rolesOn, sees, type UserActor } from "@stsphera/rbac";
import { type Context, forbidden, notFound, personOf, type Tx } from "../../kernel/index.ts";
import { lockRights, ownRights } from "./own-rights.ts";

/**
 * Locks what is given out, and refuses a person who lost the right to give it since his request began: what he gives
 * now would outlive the right, as nothing ends it any more. Gives the person as he stands then.
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

/** Whether a person has something to lend: on the object, or at all. */
export const hasToLend = (person: UserActor, objectId: number | null): boolean =>
  person.status === "active" && (objectId === null || rolesOn(person, objectId).length > 0);
