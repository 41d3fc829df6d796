import { expect, test } from "vitest";
import { longestWord, nameHas } from "./search-people.ts";

const PEOPLE = ["Пётр Семёнов", "Анна Берёзина", "Артём Берков", "Андрей Белый".normalize("NFD")];

test.each([
  ["семенов", [0]],
  ["СЕМЁНОВ", [0]],
  ["бер", [1, 2]],
  ["семёнов пётр", [0]],
  ["петр  семенов ", [0]],
  ["берков анна", []],
  ["белый", [3]],
  ["Семёнов".normalize("NFD"), [0]],
  ["никто", []],
  ["", [0, 1, 2, 3]],
])("«%s» finds %j: any order of words, any case, ё or е", (typed, found) => {
  expect(PEOPLE.flatMap((name, at) => (nameHas(name, typed) ? [at] : []))).toEqual(found);
});

test("a query that searches one substring gets the longest word", () => {
  expect(longestWord(" Пётр Семенов ")).toBe("семенов");
  expect(longestWord("  ")).toBe("");
});
