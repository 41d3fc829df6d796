import type { Context } from "@stsphera/core";
import { lookingAs, reachOf, type Role, type UserActor } from "@stsphera/rbac";

/**
 * The actor in another role, without rights held as a deputy. A role on objects applies to every object, so that an
 * admin sees what its holders see.
 */
export async function inRole(db: Context["db"], actor: UserActor, role: Role): Promise<UserActor> {
  if (reachOf(role) === "company") return lookingAs(actor, role, {});
  const rows = await db.read<{ id: number }>("select id from objects", []);
  return lookingAs(actor, role, Object.fromEntries(rows.map(({ id }) => [id, [role]])));
}
