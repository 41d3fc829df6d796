import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readQuantity } from "./read-quantity.ts";

const pieces = { unit: "шт", most: "72" } as const;
const metres = { unit: "м.п.", most: "216" } as const;

test.each([
  ["12", "12"],
  [" 12 ", "12"],
  ["+12", "12"],
  ["12 шт", "12"],
  ["12.0", "12"],
  ["0012", "12"],
])("reads %j as %s pieces", (typed, quantity) => {
  expect(readQuantity(typed, pieces)).toEqual({ ok: true, quantity });
});

test.each(["12,5", "12.5", "12,50 м.п."])("%j is twelve and a half metres", (typed) => {
  expect(readQuantity(typed, metres)).toEqual({ ok: true, quantity: "12.5" });
});

test("without a limit anything up to nine digits is accepted", () => {
  expect(readQuantity("999999999", { unit: "шт" })).toEqual({ ok: true, quantity: "999999999" });
  expect(readQuantity("1000000000", { unit: "шт" })).toEqual({ ok: false, bad: "too_much" });
});

test("thousands may be separated by spaces", () => {
  expect(readQuantity("1 152", { unit: "шт" })).toEqual({ ok: true, quantity: "1152" });
});

test.each([
  ["", "text"],
  ["NaN", "text"],
  ["1e309", "text"],
  ["0x10", "text"],
  ["1.2.3", "text"],
  ["٣", "text"],
  ["0", "zero"],
  ["-0", "zero"],
  ["-5", "negative"],
  ["−5", "negative"],
  ["12,5", "half"],
  ["73", "too_much"],
  ["1000000000000", "too_much"],
] as const)("refuses %j as %s", (typed, bad) => {
  expect(readQuantity(typed, pieces)).toEqual({ ok: false, bad });
});

test("a fourth decimal is refused", () => {
  expect(readQuantity("1,2345", metres)).toEqual({ ok: false, bad: "text" });
});

test("any typed text gives a quantity the ledger accepts, or a reason", () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const read = readQuantity(typed, metres);
      if (read.ok) expect(read.quantity).toMatch(/^(?!0$)\d{1,9}(\.\d{1,3})?$/);
      else expect(["text", "half", "zero", "negative", "too_much"]).toContain(read.bad);
    }),
  );
});
