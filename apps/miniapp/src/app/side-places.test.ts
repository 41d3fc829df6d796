import { expect, test } from "vitest";
import { isList, sideListOf } from "./side-places.ts";

test.each([
  ["/tasks/5", null, "/tasks"],
  ["/tasks/5", "/objects/3/tasks?state=overdue", "/objects/3/tasks?state=overdue"],
  ["/tasks/5", "/waiting?kind=task_to_judge", "/waiting?kind=task_to_judge"],
  ["/tasks/5", "/people", "/tasks"],
  ["/people/7", "/notifications", "/notifications"],
  ["/objects/3", "/tasks", "/objects"],
  ["/objects/3/team", null, "/objects"],
  ["/objects/3/facade", "/objects", null],
  ["/objects/3/setup/volumes", "/objects", null],
  ["/profile", "/tasks", null],
])("beside %s, come from %s, stands %s", (path, last, list) => {
  expect(sideListOf(path, last)).toBe(list);
});

test("lists are known by their paths", () => {
  expect(["/objects", "/objects/3/tasks", "/waiting"].every(isList)).toBe(true);
  expect(["/", "/objects/3", "/tasks/5", "/people/departments"].some(isList)).toBe(false);
});
