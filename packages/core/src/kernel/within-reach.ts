import { type Actor, type Permission, reachOver } from "@stsphera/rbac";
import type { Asked } from "./list-text.ts";

/**
 * Condition of a list across objects: the object in the column is one where the actor holds the permission. False, so
 * that it is left out, for who holds it everywhere.
 */
export function withinReach(
  asked: Asked,
  actor: Actor,
  permission: Permission,
  column: string,
): string | false {
  const { everywhere, objectIds } = reachOver(actor, permission);
  return !everywhere && `${column} = any (array(select unnest(${asked(objectIds, "integer[]")})))`;
}
