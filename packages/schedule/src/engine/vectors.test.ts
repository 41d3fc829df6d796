import { describe, expect, test } from "vitest";
import { computed, network, row } from "../testing/compute.ts";
import { rowDates } from "./row-dates.ts";

describe("three days from 6 May 2026, before the May holidays", () => {
  const linked = (how: string) => {
    const schedule = computed(network("2026-05-06", [row("A", 3), row("B", 1)], [`A ${how} B`]));
    expect(rowDates(schedule, "A")).toMatchObject({ start: "2026-05-06", finish: "2026-05-08" });
    return rowDates(schedule, "B")?.start;
  };

  test.each([
    ["FS", "2026-05-12"],
    ["FS+2", "2026-05-14"],
    ["FS+2e", "2026-05-12"],
    ["FS-1", "2026-05-08"],
  ])("%s begins on %s", (how, start) => {
    expect(linked(how)).toBe(start);
  });
});

describe("what Microsoft Project answers for a task of one day from 18 October 2018", () => {
  test.each([
    ["FS", "2018-10-19"],
    ["FS+2", "2018-10-23"],
    ["FS+5", "2018-10-26"],
    ["SS+2", "2018-10-22"],
    ["FF+2", "2018-10-22"],
    ["SF+2", "2018-10-19"],
  ])("%s leads to %s", (how, day) => {
    const schedule = computed(network("2018-10-18", [row("A", 1), row("B", 1)], [`A ${how} B`]));
    expect(rowDates(schedule, "B")).toMatchObject({ start: day, finish: day });
  });
});

test("a lag counts in the successor's calendar", () => {
  const plan = network("2026-06-05", [row("A", 1), row("B", 1, { calendar: "site" })], ["A FS+1 B"]);
  const site = { ordinal: (day: number) => day, day: (ordinal: number) => ordinal };
  const schedule = computed({ ...plan, calendars: { ...plan.calendars, site } });
  expect(rowDates(schedule, "A")?.finish).toBe("2026-06-05");
  expect(rowDates(schedule, "B")?.start).toBe("2026-06-07");
});

describe("milestones", () => {
  const plan = (how: string) =>
    computed(network("2026-05-06", [row("A", 3), row("M", 0), row("B", 2)], [`A ${how} M`, "M FS B"]));

  test("a milestone after a work shows on the work's last day, and its successor begins on the next one", () => {
    expect(rowDates(plan("FS"), "M")).toMatchObject({
      start: "2026-05-08",
      finish: "2026-05-08",
      totalFloat: 0,
    });
    expect(rowDates(plan("FS"), "B")).toMatchObject({ start: "2026-05-12", finish: "2026-05-13" });
  });

  test("one that opens a day shows on that day, and its successor begins with it", () => {
    expect(rowDates(plan("SS"), "M")).toMatchObject({ start: "2026-05-06", finish: "2026-05-06" });
    expect(rowDates(plan("SS"), "B")).toMatchObject({ start: "2026-05-06" });
  });
});

test("a schedule without rows has no finish", () => {
  expect(computed(network("2026-05-06", [], [])).finish).toBeNull();
});
