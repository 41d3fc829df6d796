import { describe, expect, test } from "vitest";
import type { SystemActor } from "./actor.ts";
import { can, canSomewhere, companyPermissions, heldAs, isMember, limitOn, onBehalfOf } from "./can.ts";
import { mayHold, permissionsOn, rolesOn, sees, seesEveryObject, whoCan } from "./can.ts";
import { isGranting } from "./grants.ts";
import { PERMISSION_CODES, scopeOf } from "./permissions.ts";
import { departmentOf, DEPARTMENTS, reachOf, ROLE_CODES } from "./roles.ts";
import { ELSEWHERE, HERE, person } from "./testing/people.ts";

const onlyHere = { objectId: HERE };

describe("how a permission is decided", () => {
  test("there are 17 roles in 10 departments; admin and viewer belong to none", () => {
    expect(ROLE_CODES).toHaveLength(17);
    expect(DEPARTMENTS).toHaveLength(10);
    expect(ROLE_CODES.filter((role) => departmentOf(role) === null)).toEqual(["admin", "viewer"]);
  });

  test("a member's company role alone gives access to no object", () => {
    const stranger = person("project_manager");
    expect(permissionsOn(stranger, HERE)).toEqual([]);
    expect(can(stranger, "object.create")).toBe(true);
    expect(sees(stranger, HERE)).toBe(false);
  });

  test("object permissions follow the roles on that object, whatever the company role", () => {
    const guestManager = person("installer", ["project_manager"]);
    expect(can(guestManager, "object.edit", onlyHere)).toBe(true);
    expect(can(guestManager, "object.edit", { objectId: ELSEWHERE })).toBe(false);
    expect(can(guestManager, "object.create")).toBe(false);
  });

  test("admin holds every permission everywhere", () => {
    const admin = person("admin");
    expect(PERMISSION_CODES.filter((code) => !can(admin, code, onlyHere))).toEqual([]);
    expect(seesEveryObject(admin)).toBe(true);
    expect(isMember(admin, HERE)).toBe(false);
  });

  test("director and curator hold every view and what names them, on every object, and nothing else", () => {
    const views = PERMISSION_CODES.filter((code) => scopeOf(code) === "object" && code.endsWith(".view"));
    const director = ["object.transfer", "object.money", "object.hold", "object.close"];
    const decisions = ["task.view_all", "supply.approve", "construction.reopen"];
    expect(permissionsOn(person("director"), HERE).toSorted()).toEqual(
      [...views, ...director, ...decisions].toSorted(),
    );
    const curator = ["object.money", "task.view_all", "task.create", "task.assign"];
    expect(permissionsOn(person("curator"), HERE).toSorted()).toEqual([...views, ...curator].toSorted());
  });

  test("a company-wide role stored on an object gives nothing", () => {
    expect(permissionsOn(person("installer", ["admin", "director"]), HERE)).toEqual([]);
    expect(isMember(person("installer", ["admin"]), HERE)).toBe(false);
  });

  test("an inactive account has no permission, neither its own nor as a deputy", () => {
    for (const status of ["pending", "deactivated", "rejected"] as const) {
      const former = person("admin", ["project_manager"], { status });
      expect(permissionsOn(former, HERE)).toEqual([]);
      expect(companyPermissions(former)).toEqual([]);
      expect(rolesOn(former, HERE)).toEqual([]);
    }
  });

  test("an active account without a role sees nothing (regression 43)", () => {
    const fresh = person(null, ["project_manager"]);
    expect(permissionsOn(fresh, HERE)).toEqual([]);
    expect(companyPermissions(fresh)).toEqual([]);
  });

  test("the viewer reads and does nothing", () => {
    const seen = permissionsOn(person("viewer", ["viewer"]), HERE);
    expect(seen).toEqual(["object.view", "construction.view", "defect.view", "fact.view", "document.view"]);
  });

  test("a relation gives a permission that no role gives, but only to members", () => {
    const asAuthor = { objectId: HERE, relations: ["author"] } as const;
    expect(can(person("installer", ["installer"]), "fact.reverse", onlyHere)).toBe(false);
    expect(can(person("installer", ["installer"]), "fact.reverse", asAuthor)).toBe(true);
    expect(can(person("installer"), "fact.reverse", asAuthor)).toBe(false);
    expect(can(person("viewer", ["viewer"]), "fact.reverse", asAuthor)).toBe(false);
  });

  test("a limit narrows a permission unless another role holds it without limit", () => {
    const foreman = person("construction_itr", ["construction_itr"]);
    expect(limitOn(foreman, "fact.confirm", onlyHere)).toBe("installers_entries");
    const both = person("construction_itr", ["construction_itr", "pto"]);
    expect(limitOn(both, "fact.confirm", onlyHere)).toBeNull();
    expect(limitOn(person("installer", ["installer"]), "fact.enter", onlyHere)).toBe("own_crew");
  });

  test("a job holds exactly what it names", () => {
    const job: SystemActor = { kind: "system", job: "seal-audit", permissions: ["object.view"] };
    expect(can(job, "object.view", onlyHere)).toBe(true);
    expect(can(job, "fact.enter", onlyHere)).toBe(false);
  });
});

describe("deputies", () => {
  const manager = {
    principalId: 4,
    principalName: "Павел Дёмин",
    principalRole: "project_manager",
    objectRoles: { [HERE]: ["project_manager"] },
  } as const;

  test("hold the absent user's object roles, and the principal is recorded", () => {
    const deputy = person("pto", [], { deputyFor: [manager] });
    expect(rolesOn(deputy, HERE)).toEqual(["project_manager"]);
    expect(can(deputy, "object.edit", onlyHere)).toBe(true);
    expect(onBehalfOf(deputy, "object.edit", onlyHere)).toBe(4);
    expect(can(deputy, "object.create")).toBe(false);
  });

  test("act in their own name where their own role suffices", () => {
    const deputy = person("pto", ["pto"], { deputyFor: [manager] });
    expect(onBehalfOf(deputy, "fact.confirm", onlyHere)).toBeNull();
    expect(onBehalfOf(deputy, "gate.override", onlyHere)).toBe(4);
  });

  test("of the director make the director's decisions on objects, but hold no company permission", () => {
    const absent = { principalId: 2, principalName: "Виктор Самарин", objectRoles: {} } as const;
    const deputy = person("contract", [], { deputyFor: [{ ...absent, principalRole: "director" }] });
    expect(can(deputy, "object.close", { objectId: ELSEWHERE })).toBe(true);
    expect(onBehalfOf(deputy, "object.close", { objectId: ELSEWHERE })).toBe(2);
    expect(can(deputy, "audit.view_company")).toBe(false);
  });

  test("of an admin hold none of the admin's permissions", () => {
    const absent = { principalId: 1, principalName: "Олег Тихонов", principalRole: "admin" } as const;
    const deputy = person("pto", [], { deputyFor: [{ ...absent, objectRoles: {} }] });
    expect(permissionsOn(deputy, HERE)).toEqual([]);
  });
});

describe("what a deputy does not hold", () => {
  const lent = { principalId: 4, principalName: "Павел Дёмин" } as const;
  const forManager = {
    ...lent,
    principalRole: "project_manager",
    objectRoles: { [HERE]: ["project_manager"] },
  } as const;
  const forDirector = { ...lent, principalRole: "director", objectRoles: {} } as const;

  test("these permissions grant rights to others, or decide beyond a limit", () => {
    expect(PERMISSION_CODES.filter((permission) => isGranting(permission))).toEqual([
      "users.manage",
      "roles.manage",
      "sign_in.give",
      "delegation.own",
      "object.team",
      "object.invite",
      "delegation.object",
    ]);
    expect(PERMISSION_CODES.filter((permission) => isGranting(permission, "approval_limit"))).toContain(
      "supply.approve",
    );
  });

  test("team, invitations and delegations stay with the project manager", () => {
    const deputy = person("pto", [], { deputyFor: [forManager] });
    const given = permissionsOn(deputy, HERE);
    for (const permission of ["object.team", "object.invite", "delegation.object"] as const) {
      expect([can(deputy, permission, onlyHere), given.includes(permission)]).toEqual([false, false]);
      expect(canSomewhere(deputy, permission)).toBe(false);
    }
    expect(
      can(person("pto", ["project_manager"], { deputyFor: [forManager] }), "object.team", onlyHere),
    ).toBe(true);
  });

  test("a deputy approves up to the limit and never above it, even the director's deputy", () => {
    const above = { ...onlyHere, beyond: "approval_limit" } as const;
    for (const absent of [forManager, forDirector]) {
      const deputy = person("pto", [], { deputyFor: [absent] });
      expect([can(deputy, "supply.approve", onlyHere), can(deputy, "supply.approve", above)]).toEqual([
        true,
        false,
      ]);
      expect(limitOn(deputy, "supply.approve", onlyHere)).toBe("approval_limit");
    }
    expect(can(person("director"), "supply.approve", above)).toBe(true);
    expect(can(person("pto", ["project_manager"]), "supply.approve", above)).toBe(false);
    const director = person("director", [], { deputyFor: [forManager] });
    expect([can(director, "supply.approve", above), limitOn(director, "supply.approve", onlyHere)]).toEqual([
      true,
      null,
    ]);
  });
});

describe("an observer by company role", () => {
  test("holds on an object what an observer holds there, and is nobody's deputy", () => {
    const observer = person("viewer", ["project_manager"]);
    expect(rolesOn(observer, HERE)).toEqual(["viewer"]);
    expect(permissionsOn(observer, HERE)).toEqual(permissionsOn(person("pto", ["viewer"]), HERE));
    expect(limitOn(observer, "fact.view", onlyHere)).toBe("confirmed_only");
    expect(sees(person("viewer"), HERE)).toBe(false);
    const absent = {
      principalId: 4,
      principalName: "Павел Дёмин",
      principalRole: "project_manager",
    } as const;
    const deputyFor = [{ ...absent, objectRoles: { [ELSEWHERE]: ["project_manager" as const] } }];
    expect(sees(person("viewer", ["viewer"], { deputyFor }), ELSEWHERE)).toBe(false);
  });

  test("gains nothing by relations to a thing", () => {
    const asCreator = { objectId: HERE, relations: ["creator", "assignee", "author"] } as const;
    const observer = person("viewer", ["project_manager"]);
    expect(can(observer, "task.execute", asCreator) || can(observer, "fact.reverse", asCreator)).toBe(false);
  });
});

describe("in whose name a permission is held", () => {
  const absent = { principalId: 4, principalName: "Павел Дёмин", principalRole: null } as const;
  const manager = { ...absent, objectRoles: { [HERE]: ["project_manager"] } } as const;
  const director = { ...absent, principalId: 2, principalRole: "director", objectRoles: {} } as const;

  test("on an object only by roles on it: own ones, and those of each principal", () => {
    const both = person("pto", ["pto"], { deputyFor: [manager] });
    expect(heldAs(both, "fact.confirm", onlyHere)).toEqual([1, 4]);
    expect(heldAs(both, "task.approve", onlyHere)).toEqual([4]);
    expect(heldAs(both, "task.approve", { ...onlyHere, relations: ["creator"] })).toEqual([1, 4]);
    expect(heldAs(person("admin"), "fact.confirm", onlyHere)).toEqual([]);
  });

  test("beyond a limit only by what reaches further", () => {
    const foreman = person("construction_itr", ["construction_itr"], { deputyFor: [manager] });
    expect(heldAs(foreman, "fact.confirm", onlyHere)).toEqual([1, 4]);
    expect(heldAs(foreman, "fact.confirm", { ...onlyHere, beyond: "installers_entries" })).toEqual([4]);
  });

  test("without an object by a company role", () => {
    const deputy = person("contract", ["project_manager"], { deputyFor: [director] });
    expect(heldAs(deputy, "object.close")).toEqual([2]);
    expect(heldAs(deputy, "fact.confirm")).toEqual([]);
    expect(heldAs(person("admin"), "users.manage")).toEqual([1]);
    expect(heldAs(person("admin", [], { status: "pending" }), "users.manage")).toEqual([]);
  });
});

describe("questions about many objects, and refusal messages", () => {
  test("a bot command is offered to users who hold its permission on some object", () => {
    expect(canSomewhere(person("installer", ["installer"]), "fact.enter")).toBe(true);
    expect(canSomewhere(person("installer"), "fact.enter")).toBe(false);
    expect(canSomewhere(person("pto", ["pto"]), "object.create")).toBe(false);
  });

  test("lists are filtered by membership only for members", () => {
    expect(seesEveryObject(person("curator"))).toBe(true);
    expect(seesEveryObject(person("project_manager", ["project_manager"]))).toBe(false);
  });

  test("mayHold counts what a relation gives", () => {
    const holders = ROLE_CODES.filter((role) => mayHold(role, "task.execute"));
    expect(holders).toEqual(
      ROLE_CODES.filter((role) => role === "admin" || (role !== "viewer" && reachOf(role) === "member")),
    );
    expect(mayHold("installer", "supply.view")).toBe(false);
    const beyond = (["installer", "construction_itr", "supply"] as const).map((role) =>
      mayHold(role, "fact.enter", "own_crew"),
    );
    expect(beyond).toEqual([false, true, false]);
  });

  test("whoCan names the roles in order, relations when no role holds it, admin when nobody else does", () => {
    expect(whoCan("fact.confirm")).toEqual(["project_manager", "construction_itr", "pto"]);
    expect(whoCan("gpr.sign")).toContain("design_head");
    expect(whoCan("users.manage")).toEqual(["admin"]);
  });
});

describe("a session that an admin's link began", () => {
  const given = { session: { id: 7, givenBy: 9 } };

  test("keeps its work and gives no rights", () => {
    const manager = person("project_manager", ["project_manager"], given);
    expect(can(manager, "fact.confirm", { objectId: HERE })).toBe(true);
    for (const permission of PERMISSION_CODES.filter((one) => isGranting(one))) {
      expect(can(manager, permission, { objectId: HERE }), permission).toBe(false);
      expect(permissionsOn(manager, HERE)).not.toContain(permission);
    }
  });

  test("another session of the same user gives them", () => {
    const manager = person("project_manager", ["project_manager"], { session: { id: 8, givenBy: null } });
    expect(can(manager, "object.team", { objectId: HERE })).toBe(true);
  });
});
