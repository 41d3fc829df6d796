import {
  GRANTS,
  type Limit,
  type Permission,
  PERMISSION_CODES,
  type Relation,
  type Role,
} from "@stsphera/rbac";

/** A role that holds a permission, by itself or by a relation to the thing, perhaps limited. */
export type Holder = { role: Role; limit: Limit | null };
export type MatrixRow = {
  permission: Permission;
  group: string;
  holders: readonly Holder[];
  ties: readonly { relation: Relation; roles: readonly Role[] }[];
  granting: boolean;
};

/** A permission's part before the dot, by which they are grouped. */
export const partOf = (permission: Permission): string => permission.split(".")[0] ?? permission;

/** The matrix as rows, in its own order. */
export const MATRIX: readonly MatrixRow[] = PERMISSION_CODES.map((permission) => {
  const { roles, also = {}, limits = {}, granting } = GRANTS[permission];
  return {
    permission,
    group: partOf(permission),
    holders: roles.map((role) => ({ role, limit: limits[role] ?? null })),
    ties: (Object.keys(also) as Relation[]).map((relation) => ({ relation, roles: also[relation] ?? [] })),
    granting: granting === true,
  };
});

/** Whether a role can get the permission. */
export const holds = ({ holders, ties }: MatrixRow, role: Role): boolean =>
  role === "admin" ||
  holders.some((holder) => holder.role === role) ||
  ties.some(({ roles }) => roles.includes(role));
