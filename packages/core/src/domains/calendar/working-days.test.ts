import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import { addDays, isoWeekday, projectWeek } from "../../kernel/time/days.ts";
import { localDay } from "../../kernel/time/local-day.ts";
import {
  finishOf,
  isProvisional,
  isWorkday,
  statutoryMoves,
  type WorkCalendar,
  workdaysBetween,
} from "./working-days.ts";

const migration = readFileSync(
  fileURLToPath(new URL("../../../../db/migrations/0002_dictionaries.sql", import.meta.url)),
  "utf8",
);
const list = (text: string) => new Set(text.split(",").filter((day) => day !== ""));
const years = new Map(
  [...migration.matchAll(/\((\d{4}), '\{([^}]*)\}', '\{([^}]*)\}', '\{[^}]*\}'\)/g)].map(
    ([, year, off, weekends]) =>
      [Number(year), { daysOff: list(off ?? ""), workingWeekends: list(weekends ?? "") }] as const,
  ),
);
const fiveDays: WorkCalendar = {
  workWeek: [1, 2, 3, 4, 5],
  followTransfers: true,
  years,
  overrides: new Map(),
};
const sixDays: WorkCalendar = { ...fiveDays, workWeek: [1, 2, 3, 4, 5, 6], followTransfers: false };

describe("working days of the production calendar", () => {
  test.each([
    ["2026-05-08", 2, "2026-05-12"],
    ["2026-03-06", 2, "2026-03-10"],
    ["2025-10-31", 2, "2025-11-01"],
    ["2025-10-31", 3, "2025-11-05"],
    ["2026-04-30", 2, "2026-05-04"],
    ["2026-06-11", 2, "2026-06-15"],
    ["2026-01-01", 1, "2026-01-12"],
  ])("%s for %i days ends on %s", (start, duration, finish) => {
    expect(finishOf(fiveDays, start, duration)).toBe(finish);
  });

  test.each([
    [2013, 247],
    [2014, 247],
    [2015, 247],
    [2016, 247],
    [2017, 247],
    [2018, 247],
    [2019, 247],
    [2020, 219],
    [2021, 240],
    [2022, 247],
    [2023, 247],
    [2024, 248],
    [2025, 247],
    [2026, 247],
  ])("%i has %i working days", (year, total) => {
    expect(workdaysBetween(fiveDays, `${year}-01-01`, `${year}-12-31`)).toHaveLength(total);
  });

  it("gives the months of 2026", () => {
    const months = Array.from({ length: 12 }, (_, month) => {
      const first = `2026-${String(month + 1).padStart(2, "0")}-01`;
      const next = month === 11 ? "2027-01-01" : `2026-${String(month + 2).padStart(2, "0")}-01`;
      return workdaysBetween(fiveDays, first, addDays(next, -1)).length;
    });
    expect(months).toEqual([15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22]);
  });

  it("falls back to statutory holidays for an unpublished year and marks it provisional", () => {
    expect(isProvisional(fiveDays, "2031-05-05")).toBe(true);
    expect(isWorkday(fiveDays, "2031-05-09")).toBe(false);
    expect(isWorkday(fiveDays, "2031-05-12")).toBe(true);
    expect(isProvisional(fiveDays, "2026-05-05")).toBe(false);
  });

  test.each([
    [2027, 249, ["2027-05-03", "2027-05-10", "2027-06-14"]],
    [2028, 249, ["2028-11-06"]],
    [2033, 249, ["2033-05-02", "2033-06-13"]],
  ])("an unpublished %i has %i working days: holidays on a day off move", (year, total, moved) => {
    const law: WorkCalendar = { ...fiveDays, years: new Map() };
    expect([...statutoryMoves(year)]).toEqual(moved);
    expect(workdaysBetween(law, `${year}-01-01`, `${year}-12-31`)).toHaveLength(total);
  });

  it("with a six-day week ignores moved days, but not holidays on Saturdays", () => {
    expect(isWorkday(sixDays, "2026-05-16")).toBe(true);
    expect(isWorkday(sixDays, "2026-05-17")).toBe(false);
    expect(isWorkday(sixDays, "2026-05-09")).toBe(false);
    expect(isWorkday(sixDays, "2026-05-11")).toBe(true);
  });

  it("applies an object's own exceptions", () => {
    const own: WorkCalendar = { ...fiveDays, overrides: new Map([["2026-09-13", true]]) };
    expect(isWorkday(own, "2026-09-13")).toBe(true);
  });
});

describe("days", () => {
  it("counts ISO weekdays", () => {
    expect([isoWeekday("2026-09-07"), isoWeekday("2026-09-13")]).toEqual([1, 7]);
  });

  test.each([
    ["2026-01-12", 1],
    ["2026-01-18", 1],
    ["2026-01-19", 2],
    ["2026-03-02", 8],
  ])("%s is project week %i of a start on 14.01.2026", (day, week) => {
    expect(projectWeek(day, "2026-01-14")).toBe(week);
  });

  it("assigns 23:30 in Moscow to the same day, and a night shift to the day it began (regression 46)", () => {
    expect(localDay(new Date("2026-09-10T20:30:00Z"), "Europe/Moscow", "06:00")).toBe("2026-09-10");
    expect(localDay(new Date("2026-09-10T23:30:00Z"), "Europe/Moscow", "06:00")).toBe("2026-09-10");
    expect(localDay(new Date("2026-09-11T03:00:00Z"), "Europe/Moscow", "06:00")).toBe("2026-09-11");
    expect(localDay(new Date("2026-09-10T15:30:00Z"), "Asia/Vladivostok", "06:00")).toBe("2026-09-10");
  });
});
