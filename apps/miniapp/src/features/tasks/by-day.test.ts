import { expect, test } from "vitest";
import { dayGroupOf, groupHeads } from "./by-day.ts";

const TODAY = "2026-09-10";
const groupOf = (deadline: string | null, overdue = false) =>
  dayGroupOf({ deadline, flags: { overdue } }, TODAY);

test.each([
  ["2026-09-09", true, "overdue"],
  ["2026-09-10", false, "today"],
  // Late for the reader's day, not yet for that of an object further west.
  ["2026-09-09", false, "today"],
  ["2026-09-11", false, "week"],
  ["2026-09-16", false, "week"],
  ["2026-09-17", false, "later"],
  [null, false, "later"],
] as const)("%s, late %s, stands under %s", (deadline, overdue, group) =>
  expect(groupOf(deadline, overdue)).toBe(group),
);

test("the first of each group carries its heading", () => {
  const items = [1, 2, 3, 4, 5].map((id) => ({ id, group: id < 3 ? "a" : "b" }));
  expect([...groupHeads(items, ({ group }) => group)]).toEqual([
    [1, "a"],
    [3, "b"],
  ]);
  expect(groupHeads([], () => "a").size).toBe(0);
});
