export type { Actor, DeputyFor, ObjectRoles, PersonStatus, SystemActor, UserActor } from "./actor.ts";
export {
  apartFrom,
  can,
  canSomewhere,
  companyPermissions,
  isMember,
  limitOn,
  onBehalfOf,
  permissionsOn,
  rolesOn,
  sees,
  seesEveryObject,
  whoCan,
  type Target,
} from "./can.ts";
export { GRANTS, type Grant, type Limit, type Relation } from "./grants.ts";
export { PERMISSION_CODES, PERMISSIONS, scopeOf, type Permission, type Scope } from "./permissions.ts";
export {
  departmentOf,
  DEPARTMENTS,
  isRole,
  MEMBER_ROLES,
  reachOf,
  ROLE_CODES,
  ROLES,
  type Department,
  type Reach,
  type Role,
} from "./roles.ts";
export { myObjectIds, type ObjectReach, reachOver } from "./reach.ts";
