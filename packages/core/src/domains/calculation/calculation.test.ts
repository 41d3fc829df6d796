import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { big, ceilTo, decimal, percentOf, remainingOf } from "./decimal.ts";
import { forecastDays, paceOf } from "./forecast.ts";
import { facadeStateOf, healthOf } from "./health.ts";

describe("percentages", () => {
  test.each([
    ["1", "3", "33.3"],
    ["690", "1152", "59.9"],
    ["1", "800", "0.1"],
    ["0", "5", "0"],
    ["9406.7", "15942.3", "59"],
    ["12.25", "100", "12.3"],
  ])("%s of %s is %s %%", (part, whole, pct) => expect(percentOf(part, whole)).toBe(pct));

  it("is null for a plan of 0", () => expect(percentOf("5", "0")).toBeNull());

  it("agrees with exact decimals for any size and sign", () => {
    const size = fc.constantFrom(10, 1e4, 1e9, 1e13, Number.MAX_SAFE_INTEGER);
    const amount = fc
      .tuple(size, fc.double({ min: -0.2, max: 1, noNaN: true }), fc.integer({ min: 0, max: 6 }))
      .map(([top, share, places]) => big(Math.round(top * share)).div(10 ** places));
    fc.assert(
      fc.property(amount, amount, (part, whole) => {
        const exact = whole.eq(0) ? null : decimal(part.times(100).div(whole).round(1, 1));
        expect(percentOf(part.toFixed(), whole.toFixed())).toBe(exact);
        expect(percentOf(part.toFixed(6), whole.toFixed(6))).toBe(exact);
      }),
      { numRuns: 2000 },
    );
  });

  it("weighs works by norm hours: 74.5 %", () => {
    const works = [
      ["100", "80", "0.5"],
      ["10", "10", "4"],
      ["200", "20", "0.1"],
    ] as const;
    const planned = works.reduce((sum, [plan, , norm]) => sum.plus(big(plan).times(norm)), big(0));
    const earned = works.reduce(
      (sum, [plan, fact, norm]) => sum.plus(big(Math.min(+fact, +plan)).times(norm)),
      big(0),
    );
    expect(percentOf(decimal(earned), decimal(planned))).toBe("74.5");
  });

  it("never has a negative remainder, and plan = fact + remainder up to the plan", () => {
    const quantity = fc.integer({ min: 0, max: 999_999_999 }).map((n) => decimal(big(n).div(1000)));
    fc.assert(
      fc.property(quantity, quantity, (plan, fact) => {
        const rest = remainingOf(plan, fact);
        expect(big(rest).gte(0)).toBe(true);
        if (big(fact).lte(plan)) expect(decimal(big(fact).plus(rest))).toBe(plan);
      }),
    );
  });

  it("rounds up to a step", () => {
    expect(decimal(ceilTo(big("11.6"), "1"))).toBe("12");
    expect(decimal(ceilTo(big("34.02"), "0.1"))).toBe("34.1");
  });
});

describe("forecast", () => {
  const steady = Array.from({ length: 20 }, () => "31");

  it("310 at 31 a day takes ten working days in every sample", () => {
    expect(forecastDays("310", steady, steady, 1)).toEqual({ days: 10, p50: 10, p80: 10 });
  });

  it("is the same for the same seed, and later with idle days", () => {
    const idle = steady.map((value, at) => (at % 3 === 0 ? "0" : value));
    const first = forecastDays("310", steady, idle, 7);
    expect(forecastDays("310", steady, idle, 7)).toEqual(first);
    expect(first).toMatchObject({ days: 10 });
    if ("days" in first) expect(first.p80).toBeGreaterThanOrEqual(first.p50);
    if ("days" in first) expect(first.p50).toBeGreaterThan(10);
  });

  it("gives the reason when there is none", () => {
    expect(forecastDays("310", ["31", "31"], ["31", "31"], 1)).toEqual({ reason: "too_few_days" });
    expect(forecastDays("0", steady, steady, 1)).toEqual({ reason: "done" });
    expect(
      forecastDays(
        "9",
        steady,
        steady.map(() => "0"),
        1,
      ),
    ).toEqual({ reason: "no_pace" });
  });

  it("takes the pace of the newest ten days", () => {
    expect(paceOf([...Array.from({ length: 10 }, () => "12"), "99"])).toBe("12");
    expect(paceOf([])).toBeNull();
  });
});

describe("health", () => {
  test.each([
    ["59", "61", "green"],
    ["59", "61.1", "amber"],
    ["59", "66", "amber"],
    ["59", "66.1", "red"],
  ] as const)("%s against %s is %s", (pct, planned, health) => expect(healthOf(pct, planned)).toBe(health));

  it("reports the state of a facade", () => {
    expect(facadeStateOf("0", "green")).toBe("not_started");
    expect(facadeStateOf("40", "amber")).toBe("in_work");
    expect(facadeStateOf("40", "red")).toBe("late");
    expect(facadeStateOf("100", "red")).toBe("done");
  });
});
