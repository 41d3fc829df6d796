import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDecimals, divide, percentOf, roundHalfUp, subtract, trimmed } from "./decimal.ts";
import { fromMilli, toMilli } from "./thousandths.ts";

/** Integers and the same decimals in thousandths: small ones, where ties occur, and ones beyond any float. */
const size = fc.constantFrom(2n * 10n ** 3n, 10n ** 21n);
const amount = size
  .chain((most) => fc.bigInt({ min: -most, max: most }))
  .map((units) => ({ units, text: textOf(units) }));
const textOf = (units: bigint): string => {
  const digits = String(units < 0n ? -units : units).padStart(4, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -3)}.${digits.slice(-3)}`;
};
const unitsOf = (text: string, places: number): bigint => BigInt(roundHalfUp(text, places).replace(".", ""));
const sizeOf = (units: bigint) => (units < 0n ? -units : units);

describe("rounding half up, away from zero", () => {
  test.each([
    ["12.25", 1, "12.3"],
    ["-12.25", 1, "-12.3"],
    ["-12.249", 1, "-12.2"],
    ["9.95", 1, "10.0"],
    ["-0.5", 0, "-1"],
    ["-0.04", 1, "0.0"],
    ["-0", 0, "0"],
    ["7", 2, "7.00"],
  ])("%s to %i places is %s", (text, places, rounded) => {
    expect(roundHalfUp(text, places)).toBe(rounded);
  });

  test("gives the nearest value, ties away from zero, symmetrically for both signs", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 2 }), ({ units, text }, places) => {
        const step = 10n ** BigInt(3 - places);
        const rounded = unitsOf(text, places) * step;
        const off = 2n * sizeOf(rounded - units);
        expect(off <= step).toBe(true);
        if (off === step) expect(sizeOf(rounded) > sizeOf(units)).toBe(true);
        const turned = roundHalfUp(textOf(-units), places);
        expect(trimmed(turned)).toBe(subtract("0", roundHalfUp(text, places)));
      }),
    );
  });
});

describe("per cent", () => {
  test.each([
    ["1", "800", "0.1"],
    ["-1", "800", "-0.1"],
    ["-12.25", "100", "-12.3"],
    ["12.25", "-100", "-12.3"],
    ["-0", "5", "0"],
    ["-0.0004", "100", "0"],
    ["9406.7", "15942.3", "59"],
  ])("%s of %s is %s", (part, whole, pct) => expect(percentOf(part, whole)).toBe(pct));

  test("is null for a whole of 0, however it is written", () => {
    for (const zero of ["0", "-0", "0.000"])
      expect([percentOf("5", zero), divide("5", zero, 1)]).toEqual([null, null]);
  });

  test("is the nearest tenth, ties away from zero, symmetrically for both signs", () => {
    fc.assert(
      fc.property(amount, amount, (part, whole) => {
        fc.pre(whole.units !== 0n);
        const pct = percentOf(part.text, whole.text) ?? "none";
        const [reached, exact] = [unitsOf(pct, 1) * whole.units, 1000n * part.units];
        const off = 2n * sizeOf(reached - exact);
        expect(off <= sizeOf(whole.units)).toBe(true);
        if (off === sizeOf(whole.units)) expect(sizeOf(reached) > sizeOf(exact)).toBe(true);
        expect(percentOf(textOf(-part.units), whole.text)).toBe(subtract("0", pct));
      }),
    );
  });
});

describe("text", () => {
  test("is normalized: no superfluous zeros, no sign of zero", () => {
    expect(["012.500", "-0.0", "-0", "000", "-1.10"].map(trimmed)).toEqual(["12.5", "0", "0", "0", "-1.1"]);
  });

  test("differences and comparisons are exact for any size and sign", () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(unitsOf(subtract(a.text, b.text), 3)).toBe(a.units - b.units);
        expect(Math.sign(compareDecimals(a.text, b.text))).toBe(
          a.units < b.units ? -1 : a.units > b.units ? 1 : 0,
        );
      }),
    );
    expect([subtract("48.6", "30"), compareDecimals("-0", "0.00")]).toEqual(["18.6", 0]);
  });

  test("an invalid decimal is refused", () => {
    for (const text of ["", "NaN", "1e3", "12,5", " 1", "--1", "1."])
      expect(() => trimmed(text)).toThrow(RangeError);
  });
});

describe("thousandths", () => {
  test.each([
    ["12", 12_000],
    ["-18.7", -18_700],
    ["-0.001", -1],
    ["999999999.999", 999_999_999_999],
  ])("%s and back", (text, milli) => {
    expect(toMilli(text)).toBe(milli);
    expect(fromMilli(milli)).toBe(text);
  });

  test("sums are exact where floats are not, and zero has no sign", () => {
    expect(fromMilli(toMilli("0.1") + toMilli("0.2"))).toBe("0.3");
    expect(fromMilli(-0)).toBe("0");
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (milli) => {
        expect(toMilli(fromMilli(milli))).toBe(milli === 0 ? 0 : milli);
      }),
    );
  });
});
