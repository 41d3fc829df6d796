import { type Actor, can, type Permission, type Relation, seesEveryObject } from "@stsphera/rbac";
import { myObjectIds } from "../objects/index.ts";

/** On which objects a person holds a right: on every one, or on those listed. */
export type Reach = { everywhere: boolean; objectIds: number[] };

/** Where the person, whatever his capacity, holds a right over tasks to which he has these ties. */
export function reachOver(actor: Actor, permission: Permission, relations: readonly Relation[] = []): Reach {
  return {
    everywhere: seesEveryObject(actor) && can(actor, permission, { relations }),
    objectIds: myObjectIds(actor).filter((objectId) => can(actor, permission, { objectId, relations })),
  };
}
