import { type Actor, type Permission, reachOver } from "@stsphera/rbac";

/**
 * SQL condition that a thing, or `of` a thing, stands on an object where its reader holds a right; of two parameters that
 * `reachParams` fills. It stands in the statements that gather much of one thing: how long they take tells nothing of the
 * things of others.
 */
export const inReach = (everywhere: string, objects: string, of = "t"): string =>
  `(${everywhere}::boolean or ${of}.object_id = any (${objects}::int[]))`;

export function reachParams(
  actor: Actor,
  permission: Permission,
): [everywhere: boolean, objectIds: number[]] {
  const { everywhere, objectIds } = reachOver(actor, permission);
  return [everywhere, objectIds];
}
