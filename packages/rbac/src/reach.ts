import type { Actor } from "./actor.ts";
import { can, isMember, seesEveryObject } from "./can.ts";
import type { Relation } from "./grants.ts";
import type { Permission } from "./permissions.ts";

/** Objects on which a user holds a permission: all, or those listed. */
export type ObjectReach = { everywhere: boolean; objectIds: number[] };

/** Ids of the objects where the actor holds a role, themselves or as a deputy, ascending. */
export function myObjectIds(actor: Actor): number[] {
  if (actor.kind === "system") return [];
  const held = [actor.objectRoles, ...(actor.deputyFor ?? []).map((principal) => principal.objectRoles)];
  const ids = new Set(held.flatMap((objects) => Object.keys(objects).map(Number)));
  return [...ids].filter((objectId) => isMember(actor, objectId)).sort((a, b) => a - b);
}

/** Where the actor, in any capacity, holds a permission over things with these relations. */
export function reachOver(
  actor: Actor,
  permission: Permission,
  relations: readonly Relation[] = [],
): ObjectReach {
  return {
    everywhere: seesEveryObject(actor) && can(actor, permission, { relations }),
    objectIds: myObjectIds(actor).filter((objectId) => can(actor, permission, { objectId, relations })),
  };
}
