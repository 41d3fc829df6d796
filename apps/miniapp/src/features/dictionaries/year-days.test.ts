import { expect, test } from "vitest";
import { countChanged, kindOf, turned, weeksOf, type YearDays } from "./year-days.ts";

const days: YearDays = {
  daysOff: ["2026-11-04"],
  workingWeekends: ["2026-11-28"],
  shortDays: ["2026-11-03"],
};

test("a month stands in weeks from Monday", () => {
  const weeks = weeksOf(2026, 10);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
  expect(weeks.at(-1)?.[0]).toBe("2026-11-30");
});

test.each([
  ["2026-11-02", "work"],
  ["2026-11-03", "short"],
  ["2026-11-04", "off"],
  ["2026-11-28", "work"],
  ["2026-11-29", "off"],
])("%s is %s", (day, kind) => {
  expect(kindOf(days, day)).toBe(kind);
});

test.each(["2026-11-02", "2026-11-29"])("%s goes round and comes back", (day) => {
  const kinds = [];
  let now = days;
  for (let press = 0; press < 3; press += 1) {
    now = turned(now, day);
    kinds.push(kindOf(now, day));
  }
  expect(new Set(kinds)).toEqual(new Set(["work", "off", "short"]));
  expect(countChanged(days, now)).toBe(0);
  expect(countChanged(days, turned(days, day))).toBe(1);
});
