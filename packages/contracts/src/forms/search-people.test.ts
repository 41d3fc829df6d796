import { expect, test } from "vitest";
import { nameHas } from "./search-people.ts";

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

const TEAM = ["Сергей Белов", "Анна Белова", "Ирина Ланская", "Иван Лобода", "Олег Беловский", "Юлия Орлова"];

test.each([
  ["белову", [0, 1]],
  ["Белова", [0, 1]],
  ["беловым", [0, 1]],
  ["Беловой Анны", [1]],
  ["ланской", [2]],
  ["ланскую", [2]],
  ["лободе", [3]],
  ["сергея белова", [0]],
  ["белов", [0, 1, 4]],
  ["юле", []],
  ["или", []],
  ["%_.*", []],
])("«%s» finds a name in any of its cases: %j", (typed, found) => {
  expect(TEAM.flatMap((name, at) => (nameHas(name, typed) ? [at] : []))).toEqual(found);
});
