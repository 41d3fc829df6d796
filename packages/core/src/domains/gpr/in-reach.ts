import { type Actor, reachOver } from "@stsphera/rbac";

/**
 * SQL condition that a version `v` may be read, of two parameters that `reachParams` fills. It stands in the statements that
 * gather rows by the thousand: how long they take tells nothing of the schedules of others.
 */
export const inReach = (everywhere: string, objects: string, version = "v"): string =>
  `(${everywhere}::boolean or ${version}.object_id = any (${objects}::int[]))`;

export function reachParams(actor: Actor): [everywhere: boolean, objectIds: number[]] {
  const { everywhere, objectIds } = reachOver(actor, "gpr.view");
  return [everywhere, objectIds];
}
