import { expect, test } from "vitest";
import { findLines } from "./find-lines.ts";

const line = (code: string, name: string, facade: string, floor: string) => ({
  workType: { code, name },
  facade,
  floor,
});
const LINES = [
  line("МОД", "Монтаж модулей", "Восток", "5"),
  line("МОД", "Монтаж модулей", "Юг", "11"),
  line("КРН-Н", "Кронштейны несущие", "Юг", "1"),
  line("КРН-В", "Кронштейны ветровые", "Юг", "11"),
  line("УТП", "Утепление", "Восток", "тех"),
];

test.each([
  ["", [0, 1, 2, 3, 4]],
  ["восток 5", [0]],
  ["5 Восток", [0]],
  ["кронштейны юг", [2, 3]],
  ["модули 11", [1]],
  ["модулей", [0, 1]],
  ["КРН", [2, 3]],
  ["крн-в", [3]],
  ["ветров юг", [3]],
  ["юг, этаж 1", [2]],
  ["юг 11 эт", [1, 3]],
  ["утепление тех", [4]],
  ["утёпление", [4]],
  ["восток 11", []],
  ["монтажники", []],
  ["спасибо", []],
])("«%s» finds %j", (typed, found) => {
  expect(findLines(LINES, typed).map((one) => LINES.indexOf(one))).toEqual(found);
});
