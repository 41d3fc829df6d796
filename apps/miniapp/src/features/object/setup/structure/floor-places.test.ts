import { expect, test } from "vitest";
import { placed } from "./floor-places.ts";

const order = (codes: readonly string[], floors: { code: string; sort: number }[]) =>
  [...floors, ...placed(codes, floors)].toSorted((a, b) => a.sort - b.sort).map(({ code }) => code);

test("a new floor finds its place among the numbers, a named one on the roof", () => {
  const floors = ["1", "2", "4", "тех"].map((code, at) => ({ code, sort: (at + 1) * 4 }));
  expect(order(["3"], floors)).toEqual(["1", "2", "3", "4", "тех"]);
  expect(order(["5", "6", "кровля"], floors)).toEqual(["1", "2", "4", "5", "6", "тех", "кровля"]);
  expect(order(["-1"], floors)).toEqual(["-1", "1", "2", "4", "тех"]);
  expect(order(["1", "2"], [])).toEqual(["1", "2"]);
});

test("without room between its neighbours a floor still gets a place of its own", () => {
  const floors = ["1", "2", "тех"].map((code, at) => ({ code, sort: at + 1 }));
  const sorts = [...floors, ...placed(["3", "4"], floors)].map(({ sort }) => sort);
  expect(new Set(sorts).size).toBe(5);
});
