import type { Context } from "@stsphera/core";
import { reachOf, type Role, type UserActor } from "@stsphera/rbac";

/**
 * The person as he would be in another role. A role that works on objects is held on each of them, so that an admin
 * sees what its people see.
 */
export async function inRole(db: Context["db"], actor: UserActor, role: Role): Promise<UserActor> {
  if (reachOf(role) === "company") return { ...actor, role, objectRoles: {} };
  const rows = await db.read<{ id: number }>("select id from objects", []);
  return { ...actor, role, objectRoles: Object.fromEntries(rows.map(({ id }) => [id, [role]])) };
}
