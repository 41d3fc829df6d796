import type { Context } from "@stsphera/core";
import { reachOf, type Role, type UserActor } from "@stsphera/rbac";

/**
 * The person as he would be in another role, whatever he holds for others left out. A role that works on objects is
 * held on each of them, so that an admin sees what its people see.
 */
export async function inRole(db: Context["db"], actor: UserActor, role: Role): Promise<UserActor> {
  const alone = { ...actor, role, deputyFor: [] };
  if (reachOf(role) === "company") return { ...alone, objectRoles: {} };
  const rows = await db.read<{ id: number }>("select id from objects", []);
  return { ...alone, objectRoles: Object.fromEntries(rows.map(({ id }) => [id, [role]])) };
}
