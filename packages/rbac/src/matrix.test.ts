import { expect, test } from "vitest";
import { can, limitOn } from "./can.ts";
import { GRANTS, type Relation } from "./grants.ts";
import { PERMISSION_CODES, scopeOf } from "./permissions.ts";
import { reachOf, ROLE_CODES, type Role } from "./roles.ts";
import { HERE, person } from "./testing/people.ts";

const memberOf = (role: Role) => person(role, reachOf(role) === "member" ? [role] : []);

/** A role's cell: `role`, limited `role~limit`, or `role(relation)` when only the relation gives it. */
function holders(permission: (typeof PERMISSION_CODES)[number]): string {
  const relations = Object.keys(GRANTS[permission].also ?? {}) as Relation[];
  const cells = ROLE_CODES.flatMap((role) => {
    const actor = memberOf(role);
    const limit = limitOn(actor, permission, { objectId: HERE });
    if (can(actor, permission, { objectId: HERE })) return [limit === null ? role : `${role}~${limit}`];
    const ties = relations.filter((relation) =>
      can(actor, permission, { objectId: HERE, relations: [relation] }),
    );
    return ties.length > 0 ? [`${role}(${ties.join(",")})`] : [];
  });
  return cells.join(" ");
}

function strangers(permission: (typeof PERMISSION_CODES)[number]): string {
  return ROLE_CODES.filter((role) => can(person(role), permission, { objectId: HERE })).join(" ");
}

/** Roles whose deputies hold it, with the limit where it is narrower. */
function lent(permission: (typeof PERMISSION_CODES)[number]): string {
  const cells = ROLE_CODES.flatMap((role) => {
    const { objectRoles } = memberOf(role);
    const absent = { principalId: 4, principalName: "Павел Дёмин", principalRole: role, objectRoles };
    const deputy = person("geodesist", [], { deputyFor: [absent] });
    const limit = limitOn(deputy, permission, { objectId: HERE });
    if (!can(deputy, permission, { objectId: HERE })) return [];
    return [limit === null ? role : `${role}~${limit}`];
  });
  return cells.join(" ");
}

test("the matrix of role × permission × (member, stranger, deputy) is the specified one", async () => {
  const lines = PERMISSION_CODES.map((permission) =>
    [
      `${permission} [${scopeOf(permission)}]`,
      `  member:   ${holders(permission)}`,
      `  stranger: ${strangers(permission)}`,
      ...(scopeOf(permission) === "object" ? [`  deputy:   ${lent(permission)}`] : []),
    ]
      .map((line) => line.trimEnd())
      .join("\n"),
  );
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("./matrix.snapshot.txt");
});
