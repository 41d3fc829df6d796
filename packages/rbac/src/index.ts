export {
  type Actor,
  type DeputyFor,
  isGivenSession,
  lookingAs,
  type ObjectRoles,
  type SystemActor,
  type UserActor,
} from "./actor.ts";
export {
  apartFrom,
  can,
  canSomewhere,
  companyPermissions,
  countingRoles,
  heldAs,
  inOwnRight,
  limitOn,
  mayHold,
  onBehalfOf,
  permissionsOn,
  rolesOn,
  sees,
  seesEveryObject,
  whoCan,
} from "./can.ts";
export { GRANTS, isGranting, type Limit, type Relation } from "./grants.ts";
export { PERMISSION_CODES, type Permission } from "./permissions.ts";
export {
  departmentOf,
  DEPARTMENTS,
  isRole,
  MEMBER_ROLES,
  reachOf,
  ROLE_CODES,
  type Department,
  type Role,
} from "./roles.ts";
export { myObjectIds, type ObjectReach, reachOver } from "./reach.ts";
