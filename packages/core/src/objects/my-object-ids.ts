import { type Actor, isMember } from "@stsphera/rbac";

/** Ids of the objects where the asker holds a role, by himself or for somebody absent. */
export function myObjectIds(actor: Actor): number[] {
  if (actor.kind === "system") return [];
  const held = [actor.objectRoles, ...(actor.deputyFor ?? []).map((principal) => principal.objectRoles)];
  const ids = new Set(held.flatMap((objects) => Object.keys(objects).map(Number)));
  return [...ids].filter((objectId) => isMember(actor, objectId)).sort((a, b) => a - b);
}
