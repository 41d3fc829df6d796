import type { FactFormLine } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { findLines } from "./find-lines.ts";

const line = (code: string, name: string, facade: string, floor: string) =>
  ({ workType: { id: 1, code, name, unit: "шт" }, facade, floor }) as FactFormLine;
const lines = [
  line("МОД", "Монтаж модулей", "Восток", "5"),
  line("МОД", "Монтаж модулей", "Юг", "12"),
  line("КРН-В", "Кронштейны ветровые", "Юг", "1"),
];

test.each([
  ["", 3],
  ["модул", 2],
  ["юг 12", 1],
  ["юг 1", 1],
  ["крн", 1],
  ["ветров восток", 0],
])("«%s» finds %i", (search, count) => {
  expect(findLines(lines, search)).toHaveLength(count);
});
