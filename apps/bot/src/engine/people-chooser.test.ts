import { expect, test } from "vitest";
import { arrange, pageOf } from "./people-chooser.ts";

test("people are sorted by role, then by surname", () => {
  const people = [
    { id: 1, fullName: "Пётр Семёнов", roles: ["pto"] as const },
    { id: 2, fullName: "Анна Берёзина", roles: ["construction_itr"] as const },
    { id: 3, fullName: "Артём Берков", roles: ["construction_itr"] as const },
  ];
  expect(arrange(people).map(({ id }) => id)).toEqual([2, 3, 1]);
});

test.each([
  [0, { page: 0, shown: [1, 2, 3, 4, 5, 6, 7], rest: 2 }],
  [1, { page: 1, shown: [8, 9], rest: 0 }],
  [77, { page: 1, shown: [8, 9], rest: 0 }],
  [-3, { page: 0, shown: [1, 2, 3, 4, 5, 6, 7], rest: 2 }],
])("page %i of nine rows is never empty", (asked, page) => {
  expect(pageOf([1, 2, 3, 4, 5, 6, 7, 8, 9], asked)).toEqual(page);
});

test("an empty list has one page", () => {
  expect(pageOf([], 4)).toEqual({ page: 0, shown: [], rest: 0 });
});
