import { expect, test } from "vitest";
import type { BoardRow } from "../board/layout.ts";
import { countsOf, filterOf } from "./shown-rows.ts";

const row = (number: number, name: string, more: Partial<BoardRow> = {}): BoardRow => ({
  key: String(number),
  number,
  parent: null,
  name,
  department: "construction",
  ownerId: null,
  quantity: null,
  unit: null,
  work: null,
  facadeId: null,
  duration: 3,
  constraint: null,
  version: 1,
  start: null,
  finish: null,
  float: 4,
  critical: false,
  depth: 0,
  summary: false,
  first: null,
  last: null,
  standing: null,
  ...more,
});
const rows = [
  row(1, "Монтаж", { summary: true, ownerId: 7 }),
  row(2, "Монтаж модулей, Восток", { ownerId: 7, critical: true }),
  row(3, "Герметизация, Восток", { float: -2, department: "production" }),
  row(23, "Разметка", { ownerId: 7, standing: { base: null, done: 0, late: 2, baseLate: 0 } }),
];
const shown = (asked: Partial<Parameters<typeof filterOf>[0]>) => {
  const filter = filterOf({ show: "all", department: "", search: "", ...asked }, 7);
  return filter === null ? null : rows.filter(filter).map(({ number }) => number);
};

test("nothing asked for is no filter", () => {
  expect(shown({ search: "  " })).toBeNull();
});

test("own rows, critical ones, those of a department; a missed limit is critical too", () => {
  expect(shown({ show: "mine" })).toEqual([1, 2, 23]);
  expect(shown({ show: "critical" })).toEqual([2, 3]);
  expect(shown({ show: "late" })).toEqual([23]);
  expect(shown({ department: "production" })).toEqual([3]);
  expect(shown({ show: "mine", department: "production" })).toEqual([]);
});

test("every word is looked for in number and name", () => {
  expect(shown({ search: "ВОСТОК монт" })).toEqual([2]);
  expect(shown({ search: "23" })).toEqual([23]);
});

test("leaf rows alone are counted", () => {
  expect(countsOf(rows, 7)).toEqual({ all: 3, mine: 2, late: 1, critical: 2 });
});
