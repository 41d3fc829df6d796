import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { DeputyFor } from "./actor.ts";
import { can, inOwnRight, permissionsOn, sees } from "./can.ts";
import { isGranting, type Relation } from "./grants.ts";
import { PERMISSION_CODES, scopeOf } from "./permissions.ts";
import { MEMBER_ROLES, reachOf, ROLE_CODES } from "./roles.ts";
import { ELSEWHERE, HERE, person } from "./testing/people.ts";

const anyRole = fc.constantFrom(...ROLE_CODES);
const memberRole = fc.constantFrom(...MEMBER_ROLES);
const anyPermission = fc.constantFrom(...PERMISSION_CODES);
const someRoles = fc.uniqueArray(anyRole, { maxLength: 5 });
const relation = fc.constantFrom<Relation>("creator", "assignee", "blocker", "signer", "author", "reporter");
const relations = fc.uniqueArray(relation);

test("a user with a member role and no role on the object has no object permission, whatever their relations", () => {
  fc.assert(
    fc.property(memberRole, someRoles, anyPermission, relations, (role, rolesHere, permission, ties) => {
      const stranger = person(role, rolesHere);
      const held = can(stranger, permission, { objectId: ELSEWHERE, relations: ties });
      expect(held && scopeOf(permission) === "object").toBe(false);
    }),
  );
});

test("a user who is not active has no permissions", () => {
  const status = fc.constantFrom("pending" as const, "deactivated" as const, "rejected" as const);
  fc.assert(
    fc.property(
      status,
      anyRole,
      someRoles,
      anyPermission,
      relations,
      (state, role, rolesHere, permission, ties) => {
        const target = { objectId: HERE, relations: ties };
        expect(can(person(role, rolesHere, { status: state }), permission, target)).toBe(false);
      },
    ),
  );
});

test("an additional role on an object never removes a permission", () => {
  fc.assert(
    fc.property(anyRole, someRoles, memberRole, anyPermission, (role, rolesHere, extra, permission) => {
      const before = can(person(role, rolesHere), permission, { objectId: HERE });
      const after = can(person(role, [...rolesHere, extra]), permission, { objectId: HERE });
      expect(before && !after).toBe(false);
    }),
  );
});

test("the list of permissions on an object agrees with can()", () => {
  fc.assert(
    fc.property(anyRole, someRoles, anyPermission, (role, rolesHere, permission) => {
      const actor = person(role, rolesHere);
      const listed = permissionsOn(actor, HERE).includes(permission);
      expect(listed).toBe(scopeOf(permission) === "object" && can(actor, permission, { objectId: HERE }));
    }),
  );
});

test("a user with any permission on an object sees it", () => {
  fc.assert(
    fc.property(anyRole, someRoles, (role, rolesHere) => {
      const actor = person(role, rolesHere);
      expect(permissionsOn(actor, HERE).length > 0).toBe(sees(actor, HERE));
      expect(reachOf(role) === "company" && !sees(actor, HERE)).toBe(false);
    }),
  );
});

const principal = fc.record<DeputyFor>({
  principalId: fc.constant(4),
  principalName: fc.constant("Павел Дёмин"),
  principalRole: fc.option(anyRole),
  objectRoles: fc.record({ [HERE]: someRoles }),
});
const principals = fc.array(principal, { maxLength: 3 });

test("granting permissions are held by own roles only", () => {
  const granting = fc.constantFrom(...PERMISSION_CODES.filter((permission) => isGranting(permission)));
  fc.assert(
    fc.property(
      anyRole,
      someRoles,
      principals,
      granting,
      relations,
      (role, rolesHere, deputyFor, permission, ties) => {
        const deputy = person(role, rolesHere, { deputyFor });
        const target = { objectId: HERE, relations: ties };
        expect(can(deputy, permission, target)).toBe(can(inOwnRight(deputy), permission, target));
        expect(permissionsOn(deputy, HERE).includes(permission)).toBe(
          permissionsOn(inOwnRight(deputy), HERE).includes(permission),
        );
      },
    ),
  );
});

test("an observer by company role has only an observer's permissions, whatever roles they hold or stand in for", () => {
  const observes = permissionsOn(person("viewer", ["viewer"]), HERE);
  fc.assert(
    fc.property(someRoles, principals, anyPermission, relations, (rolesHere, deputyFor, permission, ties) => {
      const observer = person("viewer", rolesHere, { deputyFor });
      const held = can(observer, permission, { objectId: HERE, relations: ties });
      expect(held && scopeOf(permission) === "object" && !observes.includes(permission)).toBe(false);
      const lending = { principalId: 4, principalName: "Лев Зимин", principalRole: "viewer" } as const;
      const deputy = person("pto", [], { deputyFor: [{ ...lending, objectRoles: { [HERE]: rolesHere } }] });
      expect(permissionsOn(deputy, HERE).filter((one) => !observes.includes(one))).toEqual([]);
    }),
  );
});
