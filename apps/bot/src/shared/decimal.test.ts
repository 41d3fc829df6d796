import * as fc from "fast-check";
import { expect, test } from "vitest";
import { add, compare, percentOf, subtract } from "./decimal.ts";

test("sums and differences are exact", () => {
  expect(add("0.1", "0.2")).toBe("0.3");
  expect(subtract("10", "12")).toBe("-2");
  expect(subtract("0.5", "0.7")).toBe("-0.2");
  expect(add("999999999.999", "0.001")).toBe("1000000000");
});

test("per cent has one decimal, half up; of nothing there is none", () => {
  expect(percentOf("22", "36")).toBe("61.1");
  expect(percentOf("32", "36")).toBe("88.9");
  expect(percentOf("1", "0")).toBeNull();
});

test("what is added can be taken away again", () => {
  const quantity = fc
    .integer({ min: 0, max: 1e9 })
    .map((n) => add("0", `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, "0")}`));
  fc.assert(fc.property(quantity, quantity, (a, b) => compare(subtract(add(a, b), b), a) === 0));
});
