import { expect, test } from "vitest";
import { figureOf, fillOf, shortQuantity, stageOf, wholePercent } from "./stage.ts";

test.each([
  [null, "absent"],
  ["0", "none"],
  ["0.4", "quarter"],
  ["37.4", "quarter"],
  ["61.1", "half"],
  ["62.5", "most"],
  ["99.9", "most"],
  ["100", "done"],
  ["111.1", "done"],
])("a cell of %s per cent is %s", (pct, stage) => {
  expect(stageOf({ pct })).toBe(stage);
});

test("a floor without the work is absent", () => {
  expect(stageOf(undefined)).toBe("absent");
});

test.each([
  ["0", "0"],
  ["0.4", "1"],
  ["61.1", "61"],
  ["99.9", "99"],
  ["100", "100"],
  ["111.9", "111"],
])("%s per cent reads %s", (pct, text) => {
  expect(wholePercent(pct)).toBe(text);
});

test.each([
  ["0.125", "0,125"],
  ["12.25", "12,3"],
  ["12", "12"],
  ["12.04", "12"],
  ["284.5", "285"],
  ["1284.25", "1\u202f284"],
])("%s is written %s in a cell", (value, text) => {
  expect(shortQuantity(value, "ru")).toBe(text);
});

test("what a cell shows follows the choice", () => {
  const cell = { pct: "61.1", remaining: "14", week: "12" };
  expect((["done", "left", "week"] as const).map((show) => figureOf(cell, show, "ru"))).toEqual([
    "61",
    "14",
    "+12",
  ]);
  expect(figureOf({ ...cell, week: "0" }, "week", "ru")).toBe("0");
});

test("the fill never leaves its cell", () => {
  expect(fillOf({ pct: "111.1", plan: "36", week: "50" })).toEqual({ done: 100, fresh: 100 });
  expect(fillOf({ pct: "50", plan: "36", week: "9" })).toEqual({ done: 50, fresh: 25 });
  expect(fillOf({ pct: null, plan: "0", week: "0" })).toEqual({ done: 0, fresh: 0 });
});
