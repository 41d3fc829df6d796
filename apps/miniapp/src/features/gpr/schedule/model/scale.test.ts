import { expect, test } from "vitest";
import { clampPerDay, dayAt, firstsOf, mondaysOf, scaleOf, tickKind, xOf, ZOOMS } from "./scale.ts";

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

test("a place of the chart and the day that stands there lead to each other", () => {
  const scale = scaleOf(day("2026-08-03"), day("2026-10-17"), ZOOMS.week);
  for (const text of ["2026-08-03", "2026-09-30", "2026-10-17"]) {
    expect(dayAt(scale, xOf(scale, day(text)))).toBe(day(text));
    expect(dayAt(scale, xOf(scale, day(text) + 1) - 0.5)).toBe(day(text));
  }
  expect(xOf(scale, day("2026-08-03"))).toBeGreaterThan(0);
  expect(xOf(scale, day("2026-10-18"))).toBeLessThan(scale.days * scale.perDay);
});

test("months, years and Mondays of a span begin on or before it", () => {
  const [from, to] = [day("2026-11-18"), day("2027-02-02")];
  expect(firstsOf("month", from, to)).toEqual(
    ["2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01"].map(day),
  );
  expect(firstsOf("year", from, to)).toEqual(["2026-01-01", "2027-01-01"].map(day));
  expect(mondaysOf(from, day("2026-11-30"))).toEqual(["2026-11-16", "2026-11-23", "2026-11-30"].map(day));
  expect(mondaysOf(day("2026-11-16"), day("2026-11-17"))).toEqual([day("2026-11-16")]);
});

test("a narrow day is counted by weeks, then by months; no zoom leaves its limits", () => {
  expect([ZOOMS.day, ZOOMS.week, ZOOMS.month].map(tickKind)).toEqual(["day", "week", "month"]);
  expect([0.01, 8, 900].map(clampPerDay)).toEqual([1.2, 8, 48]);
});
