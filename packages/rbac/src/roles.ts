/** Whether a role applies to every object, or only to objects where the user holds a role. */
export type Reach = "company" | "member";

export const DEPARTMENTS = [
  "contract",
  "technical",
  "design_opr",
  "design_km",
  "design_kmd",
  "supply",
  "production",
  "safety",
  "construction",
  "pto",
] as const;

export type Department = (typeof DEPARTMENTS)[number];

type RoleFacts = { readonly code: string; readonly department: Department | null; readonly reach: Reach };

/** The 17 roles in canonical order; other lists (demo users, menus) follow it. */
const ROLES = [
  { code: "admin", department: null, reach: "company" },
  { code: "director", department: "technical", reach: "company" },
  { code: "curator", department: "technical", reach: "company" },
  { code: "project_manager", department: "technical", reach: "member" },
  { code: "design_head", department: "design_opr", reach: "member" },
  { code: "designer_opr", department: "design_opr", reach: "member" },
  { code: "designer_km", department: "design_km", reach: "member" },
  { code: "designer_kmd", department: "design_kmd", reach: "member" },
  { code: "supply", department: "supply", reach: "member" },
  { code: "production", department: "production", reach: "member" },
  { code: "construction_itr", department: "construction", reach: "member" },
  { code: "safety", department: "safety", reach: "member" },
  { code: "pto", department: "pto", reach: "member" },
  { code: "contract", department: "contract", reach: "member" },
  { code: "geodesist", department: "construction", reach: "member" },
  { code: "installer", department: "construction", reach: "member" },
  { code: "viewer", department: null, reach: "member" },
] as const satisfies readonly RoleFacts[];

export type Role = (typeof ROLES)[number]["code"];

/** Role codes in the order of {@link ROLES}. */
export const ROLE_CODES: readonly Role[] = ROLES.map((role) => role.code);

/** Roles that may be stored in `object_roles`, in the order of {@link ROLES}. */
export const MEMBER_ROLES: readonly Role[] = ROLES.filter((role) => role.reach === "member").map(
  (role) => role.code,
);

const DEPARTMENT_BY_ROLE = new Map<string, Department | null>(
  ROLES.map((role) => [role.code, role.department]),
);
const MEMBER_CODES = new Set<string>(MEMBER_ROLES);

/** True for one of the 17 codes. */
export function isRole(value: unknown): value is Role {
  return typeof value === "string" && DEPARTMENT_BY_ROLE.has(value);
}

/** Department of a role; null for admin and viewer. */
export function departmentOf(role: Role): Department | null {
  return DEPARTMENT_BY_ROLE.get(role) ?? null;
}

/** Reach of a role. */
export function reachOf(role: Role): Reach {
  return MEMBER_CODES.has(role) ? "member" : "company";
}
