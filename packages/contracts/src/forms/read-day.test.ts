import { expect, test } from "vitest";
import { isDay, readDay, shiftDay } from "./read-day.ts";

const TODAY = "2026-09-08";

test.each([
  ["24.09", "2026-09-24"],
  ["8.9", "2026-09-08"],
  ["1.02", "2027-02-01"],
  ["7.09", "2027-09-07"],
  ["24.09.26", "2026-09-24"],
  ["01/03/2025", "2025-03-01"],
  ["29.02", null],
  ["31.11", null],
  ["32.01.2026", null],
  ["завтра", "2026-09-09"],
  [" Послезавтра ", "2026-09-10"],
  ["today", "2026-09-08"],
  ["вчера", null],
  ["constructor", null],
  ["", null],
])("«%s» is parsed as %s", (text, day) => {
  expect(readDay(text, TODAY)).toBe(day);
});

test("a day without a year is in the current year where past days are meant", () => {
  expect(readDay("20.03", TODAY, { past: true })).toBe("2026-03-20");
});

test("days are shifted across months and leap years", () => {
  expect(shiftDay("2026-09-30", 1)).toBe("2026-10-01");
  expect(shiftDay("2028-02-28", 1)).toBe("2028-02-29");
  expect(isDay("2026-02-29")).toBe(false);
  expect(isDay("2026-2-9")).toBe(false);
  expect([isDay("2100-12-31"), isDay("2101-01-01"), isDay("1999-12-31")]).toEqual([true, false, false]);
});
