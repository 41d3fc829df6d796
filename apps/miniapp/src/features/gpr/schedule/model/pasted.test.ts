import { expect, test } from "vitest";
import { brokenCellsOf, tableOf } from "./pasted.ts";

test("copied rows become cells; line breaks within a cell and empty lines at the end do not count", () => {
  const text = '№\tНазвание\tДней\r\n97\t"Монтаж ""Восток""\nмодулей"\t34\r\n\t\t\r\n';
  expect(tableOf(text)).toEqual([
    ["№", "Название", "Дней"],
    ["97", 'Монтаж "Восток" модулей', "34"],
  ]);
  expect(tableOf("")).toEqual([]);
  expect(tableOf('a\tдюйм 5"\tb')).toEqual([["a", 'дюйм 5"', "b"]]);
});

test("a refusal names cells as a person counts them; other fields have no place", () => {
  const details = [
    { path: "table.2.1", reason: "gpr_paste_cell", message: "Строка 3, столбец 2: не понять" },
    { path: "edits", reason: "gpr_cycle", message: "По кругу" },
  ];
  expect(brokenCellsOf(details)).toEqual([
    { line: 3, column: 2, message: "Строка 3, столбец 2: не понять" },
    { line: null, column: null, message: "По кругу" },
  ]);
  expect(brokenCellsOf(undefined)).toEqual([]);
});
