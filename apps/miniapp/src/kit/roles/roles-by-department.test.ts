import { ROLE_CODES } from "@stsphera/rbac";
import { expect, test } from "vitest";
import { rolesByDepartment } from "./roles-by-department.ts";

test("every role stands once, the administrator at the very end", () => {
  const roles = rolesByDepartment().flatMap((group) => group.roles);
  expect(roles.toSorted()).toEqual([...ROLE_CODES].toSorted());
  expect(roles.at(-1)).toBe("admin");
});

test("the role that is held is not offered, nor a department that is left empty", () => {
  const groups = rolesByDepartment("pto");
  expect(groups.map(({ department }) => department)).not.toContain("pto");
  expect(groups.flatMap((group) => group.roles)).not.toContain("pto");
});
