import { expect, test } from "vitest";
import { typedMilli } from "./typed.ts";

test("a comma and a dot are the same, spaces fall out", () => {
  expect(typedMilli("12,5")).toBe(12_500);
  expect(typedMilli("12.5")).toBe(12_500);
  expect(typedMilli("1 152")).toBe(1_152_000);
  expect(typedMilli("0")).toBe(0);
  expect(typedMilli("12,5\u200b")).toBe(12_500);
});

test.each(["", "abc", "NaN", "1e309", "-5", "1e12", "1000000000000", "12,5,5", "1.2345", ","])(
  "«%s» is no quantity",
  (text) => {
    expect(typedMilli(text)).toBeNull();
  },
);
