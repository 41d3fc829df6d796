import { type Actor, type DeputyFor, isGivenSession, type UserActor } from "./actor.ts";
import { GRANTS, isGranting, type Limit, type Relation } from "./grants.ts";
import { PERMISSION_CODES, scopeOf, type Permission } from "./permissions.ts";
import { reachOf, ROLE_CODES, type Role } from "./roles.ts";

/**
 * The thing a permission is asked for; `relations` are those of the user to it (creator, assignee, …). With `beyond`
 * a permission limited to that does not count.
 */
export type Target = {
  readonly objectId?: number;
  readonly relations?: readonly Relation[];
  readonly beyond?: Limit;
};

/** One set of roles on an object: the user's own, or those of a principal. */
type Capacity = { readonly roles: readonly Role[]; readonly onBehalfOf: number | null };

const memberRolesIn = (roles: readonly Role[] | undefined): readonly Role[] =>
  (roles ?? []).filter((role) => reachOf(role) === "member");

const onEveryObject = (role: Role | null): readonly Role[] =>
  role !== null && reachOf(role) === "company" ? [role] : [];

function isLive(actor: UserActor): boolean {
  return actor.status === "active" && actor.role !== null;
}

/** Roles on an object as they count: an observer by company role is an observer on every object they belong to. */
export function countingRoles(companyRole: Role | null, held: readonly Role[] | undefined): readonly Role[] {
  const roles = memberRolesIn(held);
  return companyRole === "viewer" && roles.length > 0 ? ["viewer"] : roles;
}

/** The user's principals; an observer has none. */
const principalsOf = (actor: UserActor): readonly DeputyFor[] =>
  actor.role === "viewer" ? [] : (actor.deputyFor ?? []);

/** Own roles first, then those of each principal. */
function capacitiesOn(actor: UserActor, objectId: number | undefined): readonly Capacity[] {
  const at = (companyRole: Role | null, roles: UserActor["objectRoles"]) =>
    objectId === undefined ? [] : countingRoles(companyRole, roles[objectId]);
  const own = {
    roles: [...onEveryObject(actor.role), ...at(actor.role, actor.objectRoles)],
    onBehalfOf: null,
  };
  const deputies = principalsOf(actor).map(({ principalId, principalRole, objectRoles }) => ({
    roles: [
      ...(principalRole === "director" ? onEveryObject("director") : []),
      ...at(principalRole, objectRoles),
    ],
    onBehalfOf: principalId,
  }));
  return [own, ...deputies];
}

function roleHolds(role: Role, permission: Permission, relations: readonly Relation[]): boolean {
  if (role === "admin") return true;
  const grant = GRANTS[permission];
  if (grant.roles.includes(role)) return true;
  return relations.some((relation) => grant.also?.[relation]?.includes(role));
}

/** Granting permissions are not held as a deputy: delegated rights must not be passed on. */
const isHeldBy = ({ onBehalfOf: principalId }: Capacity, permission: Permission, beyond?: Limit): boolean =>
  principalId === null || !isGranting(permission, beyond);

function capacitiesFor(actor: UserActor, permission: Permission, target: Target): readonly Capacity[] {
  if (!isLive(actor)) return [];
  const { relations = [], beyond } = target;
  const capacities =
    scopeOf(permission) === "company"
      ? [{ roles: actor.role === null ? [] : [actor.role], onBehalfOf: null }]
      : capacitiesOn(actor, target.objectId);
  const suffices = (role: Role) =>
    roleHolds(role, permission, relations) &&
    (beyond === undefined || GRANTS[permission].limits?.[role] !== beyond);
  if (isGivenSession(actor) && isGranting(permission, beyond)) return [];
  return capacities
    .filter((capacity) => isHeldBy(capacity, permission, beyond))
    .map(({ roles, ...capacity }) => ({ ...capacity, roles: roles.filter(suffices) }))
    .filter(({ roles }) => roles.length > 0);
}

/** The first sufficient capacity is the one recorded. */
const capacityFor = (actor: UserActor, permission: Permission, target: Target): Capacity | undefined =>
  capacitiesFor(actor, permission, target)[0];

/**
 * The central permission check. A company permission is decided by the company role, an object permission by the
 * roles on `target.objectId` (without it only company-wide roles count). Rules that need a particular user (never the
 * author, a frozen signer) and limits are checked by the verb.
 */
export function can(actor: Actor, permission: Permission, target: Target = {}): boolean {
  if (actor.kind === "system") return actor.permissions.includes(permission);
  return capacityFor(actor, permission, target) !== undefined;
}

/** Id of the principal in whose name the actor holds the permission; null when the actor holds it themselves. */
export function onBehalfOf(actor: Actor, permission: Permission, target: Target = {}): number | null {
  if (actor.kind === "system") return null;
  return capacityFor(actor, permission, target)?.onBehalfOf ?? null;
}

/** The actor without the rights of any principal. */
export function inOwnRight(actor: Actor): Actor {
  return actor.kind === "system" ? actor : { ...actor, deputyFor: [] };
}

/**
 * Ids of the users in whose name the actor holds the permission, the actor or principals: with an object by a role on
 * it, without one only by a company role; `by` names the role that has to be the one.
 */
export function heldAs(
  actor: Actor,
  permission: Permission,
  target: Target & { readonly by?: Role } = {},
): readonly number[] {
  if (actor.kind === "system") return [];
  const { objectId, by } = target;
  return capacitiesFor(actor, permission, target)
    .filter(({ roles }) => by === undefined || roles.includes(by))
    .filter(({ roles }) => objectId === undefined || memberRolesIn(roles).length > 0)
    .map((capacity) => capacity.onBehalfOf ?? actor.id);
}

/** The actor without the rights of one principal, whose own work must not be judged in their name. */
export function apartFrom(actor: Actor, personId: number): Actor {
  if (actor.kind === "system" || actor.deputyFor === undefined) return actor;
  return { ...actor, deputyFor: actor.deputyFor.filter(({ principalId }) => principalId !== personId) };
}

/** Roles held on the object, own and delegated, in canonical order; company-wide roles are not included. */
export function rolesOn(actor: Actor, objectId: number): readonly Role[] {
  if (actor.kind === "system" || !isLive(actor)) return [];
  const own = countingRoles(actor.role, actor.objectRoles[objectId]);
  const lent = principalsOf(actor).flatMap(({ principalRole, objectRoles }) =>
    countingRoles(principalRole, objectRoles[objectId]),
  );
  const held = new Set([...own, ...lent]);
  return held.size === 0 ? [] : ROLE_CODES.filter((role) => held.has(role));
}

/** True when the user holds a role on the object, themselves or as a deputy. */
export function isMember(actor: Actor, objectId: number): boolean {
  return rolesOn(actor, objectId).length > 0;
}

/** True when the actor may see the object: members, company-wide roles, and jobs. Otherwise the answer is 404. */
export function sees(actor: Actor, objectId: number): boolean {
  return actor.kind === "system" || can(actor, "object.view", { objectId });
}

/** True when the actor sees every object: lists then need no filter by membership. */
export function seesEveryObject(actor: Actor): boolean {
  return actor.kind === "system" || can(actor, "object.view");
}

/** True when the user holds the permission on at least one object, or everywhere. */
export function canSomewhere(actor: Actor, permission: Permission): boolean {
  if (can(actor, permission)) return true;
  if (actor.kind === "system" || scopeOf(permission) === "company") return false;
  const deputyObjects = (actor.deputyFor ?? []).map((principal) => principal.objectRoles);
  return [actor.objectRoles, ...deputyObjects]
    .flatMap((objects) => Object.keys(objects).map(Number))
    .some((objectId) => can(actor, permission, { objectId }));
}

/**
 * The limit of a held permission: null when some role has it without limit, or when it is not held. Example: for a
 * foreman `fact.confirm` is limited to `installers_entries`.
 */
export function limitOn(actor: Actor, permission: Permission, target: Target = {}): Limit | null {
  if (actor.kind === "system" || !can(actor, permission, target)) return null;
  const { relations = [] } = target;
  const { limits: narrow, granting } = GRANTS[permission];
  const limits = capacitiesOn(actor, target.objectId)
    .filter((capacity) => isHeldBy(capacity, permission))
    .flatMap(({ roles, onBehalfOf: principalId }) => {
      const lent = principalId !== null && typeof granting === "string" ? granting : null;
      return roles
        .filter((role) => roleHolds(role, permission, relations))
        .map((role) => narrow?.[role] ?? lent);
    });
  return limits.includes(null) ? null : (limits[0] ?? null);
}

/** Roles that hold a permission, for a refusal message; `admin` only when nobody else holds it. */
export function whoCan(permission: Permission): readonly Role[] {
  const { roles, also } = GRANTS[permission];
  const named = new Set([...roles, ...Object.values(also ?? {}).flat()]);
  const listed = ROLE_CODES.filter((role) => (roles.length > 0 ? roles.includes(role) : named.has(role)));
  return listed.length > 0 ? listed : ["admin"];
}

/**
 * Whether a user of the role can get the permission, by role or by a relation such as assignee. With `beyond` a
 * permission limited to that does not count.
 */
export const mayHold = (role: Role, permission: Permission, beyond?: Limit): boolean =>
  role === "admin" ||
  ((beyond === undefined || GRANTS[permission].limits?.[role] !== beyond) &&
    [GRANTS[permission].roles, ...Object.values(GRANTS[permission].also ?? {})].some((roles) =>
      roles.includes(role),
    ));

const OBJECT_PERMISSIONS = PERMISSION_CODES.filter((permission) => scopeOf(permission) === "object");

/** Object permissions of each role without any relation. */
const GIVEN_BY = new Map<Role, ReadonlySet<Permission>>(
  ROLE_CODES.map((role) => [
    role,
    new Set(OBJECT_PERMISSIONS.filter((permission) => roleHolds(role, permission, []))),
  ]),
);

/** Object permissions that the actor's roles give on the object, in canonical order. */
export function permissionsOn(actor: Actor, objectId: number): readonly Permission[] {
  if (actor.kind === "system") return OBJECT_PERMISSIONS.filter((one) => actor.permissions.includes(one));
  if (!isLive(actor)) return [];
  const capacities = capacitiesOn(actor, objectId).filter(({ roles }) => roles.length > 0);
  const held = isGivenSession(actor)
    ? OBJECT_PERMISSIONS.filter((permission) => !isGranting(permission))
    : OBJECT_PERMISSIONS;
  return held.filter((permission) =>
    capacities.some(
      (capacity) =>
        isHeldBy(capacity, permission) && capacity.roles.some((role) => GIVEN_BY.get(role)?.has(permission)),
    ),
  );
}

/** Company permissions of the actor, in canonical order. */
export function companyPermissions(actor: Actor): readonly Permission[] {
  return PERMISSION_CODES.filter((permission) => scopeOf(permission) === "company" && can(actor, permission));
}
