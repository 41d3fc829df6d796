import { type Role, ROLE_CODES, type UserActor } from "@stsphera/rbac";
import type { World } from "../world.ts";

/** A role, or a user who is not on the object. */
export type Who = Role | "stranger";

/** Everybody who may press a button: one user per role on the object, and one who is not on it. */
export async function everyRole(world: World): Promise<{ role: Who; actor: UserActor }[]> {
  const members = await Promise.all(ROLE_CODES.map(async (role) => ({ role, actor: await world.as(role) })));
  return [...members, { role: "stranger", actor: await world.createUser({ role: "project_manager" }) }];
}
