import { type Department, departmentOf, DEPARTMENTS, ROLE_CODES } from "@stsphera/rbac";
import type { Member } from "./api/team-requests.ts";

export type TeamGroup = { readonly department: Department | "none"; readonly members: readonly Member[] };

/** Where a member stands: the department of the company role when it is held here, else of the first role held here. */
function placeOf({ role, roles }: Member): Department | "none" {
  const own = role !== null && roles.includes(role) ? role : ROLE_CODES.find((one) => roles.includes(one));
  return (own === undefined ? null : departmentOf(own)) ?? "none";
}

/** A team by departments in their order, project managers first in theirs; who belongs to none comes last. */
export function byDepartment(members: readonly Member[]): readonly TeamGroup[] {
  const leads = ({ roles }: Member) => (roles.includes("project_manager") ? 0 : 1);
  return [...DEPARTMENTS, "none" as const]
    .map((department) => ({
      department,
      members: members
        .filter((member) => placeOf(member) === department)
        .toSorted((a, b) => leads(a) - leads(b)),
    }))
    .filter((group) => group.members.length > 0);
}
