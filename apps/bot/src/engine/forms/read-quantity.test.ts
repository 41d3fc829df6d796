import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readQuantity } from "./read-quantity.ts";

const pieces = { unit: "шт", most: "72" } as const;
const metres = { unit: "м.п.", most: "216" } as const;

test.each([
  ["12,5 м2", "м²", "12.5"],
  ["12,5 кв.м", "м²", "12.5"],
  ["12 шт.", "шт", "12"],
  ["12 штук", "шт", "12"],
  ["108 п.м.", "м.п.", "108"],
  ["108 м", "м.п.", "108"],
  ["12,5\u200b", "м²", "12.5"],
] as const)("«%s» in %s, as phones send it, is %s", (text, unit, quantity) => {
  expect(readQuantity(text, { unit })).toEqual({ ok: true, quantity });
});

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

test.each([
  [
    "м²",
    [
      "12,5 м2",
      "12,5м2",
      "12,5 м²",
      "12,5 кв.м",
      "12,5 кв. м.",
      "12,5 м.кв",
      "12,5 метра",
      "12.5 m2",
      "12,5 М2",
    ],
  ],
  ["м.п.", ["12,5 м", "12,5 мп", "12,5 м.п", "12,5 п.м.", "12,5 пог. м", "12,5 метров"]],
] as const)("a length or an area is read with its unit as a phone types it, %s", (unit, typed) => {
  for (const text of typed)
    expect([text, readQuantity(text, { unit })]).toEqual([text, { ok: true, quantity: "12.5" }]);
});

test.each([
  ["12 штук", "шт"],
  ["12шт.", "шт"],
  ["12 этажей", "этаж"],
] as const)("%j is twelve", (typed, unit) => {
  expect(readQuantity(typed, { unit })).toEqual({ ok: true, quantity: "12" });
});

test("a number with another unit is refused", () => {
  for (const typed of ["12 м2", "12 м", "12 кг"]) {
    expect(readQuantity(typed, { unit: "шт" })).toEqual({ ok: false, bad: "text" });
  }
  expect(readQuantity("12 м2", { unit: "м.п." })).toEqual({ ok: false, bad: "text" });
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
