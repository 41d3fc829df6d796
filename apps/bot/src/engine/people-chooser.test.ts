import { expect, test } from "vitest";
import { arrange } from "./people-chooser.ts";

test("people are sorted by role, then by surname", () => {
  const people = [
    { id: 1, fullName: "Пётр Семёнов", roles: ["pto"] as const },
    { id: 2, fullName: "Анна Берёзина", roles: ["construction_itr"] as const },
    { id: 3, fullName: "Артём Берков", roles: ["construction_itr"] as const },
  ];
  expect(arrange(people).map(({ id }) => id)).toEqual([2, 3, 1]);
});
