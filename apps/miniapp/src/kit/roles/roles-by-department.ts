import { type Department, departmentOf, DEPARTMENTS, type Role, ROLE_CODES } from "@stsphera/rbac";

export type RoleGroup = { readonly department: Department | "none"; readonly roles: readonly Role[] };

/** Roles grouped by department in their order; those outside departments come last, the administrator at the very end. */
export function rolesByDepartment(without: Role | null = null): readonly RoleGroup[] {
  const offered = ROLE_CODES.filter((role) => role !== without);
  const within = DEPARTMENTS.map((department) => ({
    department,
    roles: offered.filter((role) => departmentOf(role) === department),
  }));
  const outside = offered.filter((role) => departmentOf(role) === null && role !== "admin");
  const admin = offered.filter((role) => role === "admin");
  return [...within, { department: "none" as const, roles: [...outside, ...admin] }].filter(
    ({ roles }) => roles.length > 0,
  );
}
