import type { Role } from "@stsphera/rbac";
import type { HeldRoles } from "./api/team-requests.ts";

/** The team in which one person holds exactly these roles; without any they are not in it. */
export function withRoles(
  members: readonly HeldRoles[],
  userId: number,
  roles: readonly Role[],
): HeldRoles[] {
  const others = members.filter((member) => member.userId !== userId);
  return roles.length === 0 ? others : [...others, { userId, roles: [...roles] }];
}
