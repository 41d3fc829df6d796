import type { Context } from "@stsphera/core";
import { reachOf, type Role, type UserActor } from "@stsphera/rbac";

/**
 * The actor in another role, without rights held as a deputy. A role on objects applies to every object, so that an
 * admin sees what its holders see.
 */
export async function inRole(db: Context["db"], actor: UserActor, role: Role): Promise<UserActor> {
  const alone = { ...actor, role, deputyFor: [] };
  if (reachOf(role) === "company") return { ...alone, objectRoles: {} };
  const rows = await db.read<{ id: number }>("select id from objects", []);
  return { ...alone, objectRoles: Object.fromEntries(rows.map(({ id }) => [id, [role]])) };
}
