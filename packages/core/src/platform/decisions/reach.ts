import {
  GRANTS,
  heldAs,
  type Limit,
  MEMBER_ROLES,
  myObjectIds,
  type Permission,
  type Relation,
  type Role,
  type UserActor,
} from "@stsphera/rbac";
import type { DecidedBy } from "./decision-source.ts";

/** A deciding right, where it is held, and as whom: the user and those they stand in for. */
type Reach = {
  permission: Permission;
  relation: Relation | null;
  beyond: Limit | null;
  by_role: Role | null;
  people: readonly number[];
  /** Null: the whole company. */
  objects: readonly number[] | null;
  /** With the whole company: the roles on an object that hold the right there. */
  roles?: readonly Role[];
};

/** Users in whose name the user decides: the user first, then those they stand in for. */
export const peopleOf = ({ id, deputyFor = [] }: UserActor): number[] => [
  ...new Set([id, ...deputyFor.map(({ principalId }) => principalId)]),
];

/** The rights of a user in all capacities, as a parameter for the statements of waiting decisions. */
export function reachOf(
  actor: UserActor,
  decidedBy: readonly DecidedBy[],
  objectIds: readonly number[] = myObjectIds(actor),
): string {
  return JSON.stringify(decidedBy.flatMap((right) => reachBy(actor, right, objectIds)));
}

/** Roles on an object that give a right by themselves. */
const rolesWith = (permission: Permission, beyond?: Limit): readonly Role[] => {
  const { roles, limits } = GRANTS[permission];
  return MEMBER_ROLES.filter(
    (role) => roles.includes(role) && (beyond === undefined || limits?.[role] !== beyond),
  );
};

function reachBy(
  actor: UserActor,
  { permission, relation, beyond, by }: DecidedBy,
  objectIds: readonly number[],
): Reach[] {
  const target = {
    ...(relation === undefined ? {} : { relations: [relation] }),
    ...(beyond === undefined ? {} : { beyond }),
    ...(by === undefined ? {} : { by }),
  };
  const right = {
    permission,
    relation: relation ?? null,
    beyond: beyond ?? null,
    by_role: by ?? null,
  };
  const inCompany = heldAs(actor, permission, target);
  const byPeople = new Map<string, { people: readonly number[]; objects: number[] }>();
  for (const objectId of objectIds) {
    const people = heldAs(actor, permission, { ...target, objectId });
    if (people.length === 0) continue;
    const same = byPeople.get(people.join());
    if (same === undefined) byPeople.set(people.join(), { people, objects: [objectId] });
    else same.objects.push(objectId);
  }
  return [
    ...(inCompany.length === 0
      ? []
      : [{ ...right, people: inCompany, objects: null, roles: rolesWith(permission, beyond) }]),
    ...[...byPeople.values()].map((held) => ({ ...right, ...held })),
  ];
}
