import { describe, expect, test } from "vitest";
import { productionCalendar } from "../testing/calendars.ts";
import { createRandom } from "../testing/random-network.ts";
import { dayNumber, dayOf } from "./days.ts";
import { createWorkdays, workWeek } from "./workdays.ts";

const finish = (start: string, duration: number) =>
  dayOf(productionCalendar.day(productionCalendar.ordinal(dayNumber(start)) + duration - 1));

describe("working days as ordinals", () => {
  test.each([
    ["2026-05-08", 2, "2026-05-12"],
    ["2026-03-06", 2, "2026-03-10"],
    ["2025-10-31", 2, "2025-11-01"],
    ["2025-10-31", 3, "2025-11-05"],
    ["2026-04-30", 2, "2026-05-04"],
    ["2026-06-11", 2, "2026-06-15"],
    ["2026-01-01", 1, "2026-01-12"],
  ])("%s for %i days ends on %s", (start, duration, last) => {
    expect(finish(start, duration)).toBe(last);
  });

  test.each([
    [2025, 247],
    [2026, 247],
  ])("%i has %i working days", (year, days) => {
    const { ordinal } = productionCalendar;
    expect(ordinal(dayNumber(`${year + 1}-01-01`)) - ordinal(dayNumber(`${year}-01-01`))).toBe(days);
  });

  test("agree with counting day by day, on both sides of the origin", () => {
    const random = createRandom(7);
    for (let round = 0; round < 30; round += 1) {
      const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => day === 3 || random.chance(0.7));
      const exceptions = new Map(
        Array.from({ length: 20 }, () => [
          dayOf(dayNumber("2019-11-01") + random.whole(0, 120)),
          random.chance(0.3),
        ]),
      );
      const worked = workWeek({ weekdays, exceptions });
      const workdays = createWorkdays(worked);
      const from = dayNumber("2019-10-01") + random.whole(0, 30);
      let ordinal = workdays.ordinal(from);
      for (let day = from; day < from + 200; day += 1) {
        expect(workdays.ordinal(day)).toBe(ordinal);
        if (!worked(day)) continue;
        expect(workdays.day(ordinal)).toBe(day);
        ordinal += 1;
      }
    }
  });

  test("a calendar without working days and a far date are refused", () => {
    expect(() => createWorkdays(() => false).day(0)).toThrow("without working days");
    expect(() => createWorkdays(() => false).day(-1)).toThrow("without working days");
    expect(() => productionCalendar.day(90_000)).toThrow("century");
  });
});
