import type { Role } from "@stsphera/rbac";
import { expect, test } from "vitest";
import type { Member } from "./api/team-requests.ts";
import { byDepartment } from "./by-department.ts";
import { withRoles } from "./with-roles.ts";

const member = (userId: number, role: Role, roles: Role[] = [role]): Member => ({
  userId,
  fullName: `Человек ${userId}`,
  role,
  roles,
  status: "active",
  since: "2026-09-01T06:00:00.000Z",
  phone: null,
  load: null,
  deputies: [],
});

test("members stand once, in their department, managers first, observers last", () => {
  const groups = byDepartment([
    member(1, "curator", ["pto", "supply"]),
    member(2, "viewer"),
    member(3, "curator", ["curator" as Role]),
    member(4, "project_manager"),
    member(5, "pto", ["pto", "supply"]),
  ]);
  expect(groups.map(({ department, members }) => [department, members.map(({ userId }) => userId)])).toEqual([
    ["technical", [4, 3]],
    ["supply", [1]],
    ["pto", [5]],
    ["none", [2]],
  ]);
});

test("a person gets, changes and loses roles; others keep theirs", () => {
  const team = [
    { userId: 1, roles: ["pto" as const] },
    { userId: 2, roles: ["supply" as const] },
  ];
  expect(withRoles(team, 3, ["installer"])).toEqual([...team, { userId: 3, roles: ["installer"] }]);
  expect(withRoles(team, 1, ["supply", "pto"])).toEqual([team[1], { userId: 1, roles: ["supply", "pto"] }]);
  expect(withRoles(team, 1, [])).toEqual([team[1]]);
});
