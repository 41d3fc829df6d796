import { expect, test } from "vitest";
import { arrange } from "./people-chooser.ts";

const people = [
  { id: 1, fullName: "Пётр Семёнов", roles: ["pto"] as const },
  { id: 2, fullName: "Анна Берёзина", roles: ["construction_itr"] as const },
  { id: 3, fullName: "Артём Берков", roles: ["construction_itr"] as const },
];
const found = (typed: string | null) => arrange(people, typed).map(({ id }) => id);

test("people stand by role, then by surname", () => {
  expect(found(null)).toEqual([2, 3, 1]);
});

test.each([
  ["семенов", [1]],
  ["СЕМЁНОВ", [1]],
  ["бер", [2, 3]],
  ["никто", []],
])("«%s» finds %j, ё or е", (typed, ids) => {
  expect(found(typed)).toEqual(ids);
});
