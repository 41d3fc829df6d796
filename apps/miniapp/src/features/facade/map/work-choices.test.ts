import { expect, test } from "vitest";
import { facadeWords } from "../facade-words.ts";
import { workChoices } from "./work-choices.ts";

const work = (id: number, name: string, group: "module" | "bracket" | "other") => ({
  id,
  name,
  group,
  code: name,
  unit: "шт" as const,
  facadeIds: [],
});
const WORKS = [work(1, "Разбивка", "other"), work(2, "Несущие", "bracket"), work(3, "Ветровые", "bracket")];
const MODULES = work(4, "Модульные блоки", "module");
const choose = (shown: number | "all" | "module" | "bracket" | undefined) =>
  workChoices([...WORKS, MODULES], shown, facadeWords.ru);

test("all works, the groups, then works; a group of one work stands once", () => {
  expect(choose(undefined).options.map(({ text }) => text)).toEqual([
    "Все работы",
    "Модули",
    "Кронштейны",
    "Разбивка",
    "Несущие",
    "Ветровые",
  ]);
});

test.each([
  [4, "module", "Модули"],
  [2, "2", "Несущие"],
  ["bracket", "bracket", "Кронштейны"],
  [undefined, "all", "Все работы"],
] as const)("%s is chosen as %s", (shown, chosen, caption) => {
  expect(choose(shown)).toMatchObject({ chosen, caption });
});
