import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../../testing/index.ts";
import { getCalendar } from "./get-calendar.ts";
import { listCalendars } from "./list-calendars.ts";
import { saveCalendar } from "./save-calendar.ts";

let world: World;
let admin: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  admin = await world.as("admin");
});
afterAll(() => world.close());

const YEAR_2027 = {
  daysOff: ["2027-01-01", "2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07", "2027-01-08", "2027-02-22"],
  workingWeekends: ["2027-02-20"],
  shortDays: ["2027-02-20", "2027-03-05"],
};

describe("formulas 10: working days by month, as published", () => {
  test.each([
    [2013, [17, 20, 20, 22, 18, 19, 23, 22, 21, 23, 20, 22], 247],
    [2014, [17, 20, 20, 22, 19, 19, 23, 21, 22, 23, 18, 23], 247],
    [2015, [15, 19, 21, 22, 18, 21, 23, 21, 22, 22, 20, 23], 247],
    [2016, [15, 20, 21, 21, 19, 21, 21, 23, 22, 21, 21, 22], 247],
    [2017, [17, 18, 22, 20, 20, 21, 21, 23, 21, 22, 21, 21], 247],
    [2018, [17, 19, 20, 21, 20, 20, 22, 23, 20, 23, 21, 21], 247],
    [2019, [17, 20, 20, 22, 18, 19, 23, 22, 21, 23, 20, 22], 247],
    [2020, [17, 19, 19, 0, 14, 20, 22, 21, 22, 22, 20, 23], 219],
    [2021, [15, 19, 22, 22, 15, 21, 22, 22, 22, 21, 17, 22], 240],
    [2022, [16, 19, 22, 21, 18, 21, 21, 23, 22, 21, 21, 22], 247],
    [2023, [17, 18, 22, 20, 20, 21, 21, 23, 21, 22, 21, 21], 247],
    [2024, [17, 20, 20, 21, 20, 19, 23, 22, 21, 23, 21, 21], 248],
    [2025, [17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22], 247],
    [2026, [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22], 247],
  ])("%i", async (year, months, workdays) => {
    const { items } = await listCalendars.run(world.ctx(await world.as("installer")), {});
    expect(items.find((item) => item.year === year)).toEqual({
      year,
      months,
      workdays,
      provisional: false,
      version: 1,
    });
  });
});

test("an unpublished year has the holidays of the law and what moves from weekends, and is marked so", async () => {
  const year = await getCalendar.run(world.ctx(admin), { year: 2028 });
  expect(year).toMatchObject({ provisional: true, version: null, workingWeekends: [], shortDays: [] });
  expect(year.daysOff).toEqual([
    "2028-01-03",
    "2028-01-04",
    "2028-01-05",
    "2028-01-06",
    "2028-01-07",
    "2028-02-23",
    "2028-03-08",
    "2028-05-01",
    "2028-05-09",
    "2028-06-12",
    "2028-11-06",
  ]);
  const { items } = await listCalendars.run(world.ctx(admin), {});
  expect(items.filter((item) => item.provisional).map((item) => item.year)).toEqual([2027, 2028, 2029]);
});

test("a year is published, visible to all, corrected, and cannot be changed from an older version", async () => {
  const ctx = world.ctx(admin);
  const saved = await saveCalendar.run(ctx, { year: 2027, version: null, ...YEAR_2027 });
  expect(saved).toMatchObject({ year: 2027, version: 1, provisional: false, ...YEAR_2027 });
  const again = await saveCalendar.run(ctx, { year: 2027, version: 1, ...YEAR_2027, shortDays: [] });
  expect(again).toMatchObject({ version: 2, shortDays: [] });
  const reader = world.ctx(await world.as("installer"));
  expect(await getCalendar.run(reader, { year: 2027 })).toMatchObject({ version: 2, shortDays: [] });
  const before = await world.traces();
  for (const version of [null, 1, 3]) {
    const stale = saveCalendar.run(ctx, { year: 2027, version, ...YEAR_2027 });
    expect(await refusalOf(stale)).toMatchObject({
      code: "version_conflict",
      details: { current: { year: 2027, version: 2 } },
    });
  }
  expect(await world.traces()).toEqual(before);
});

test("two parallel publications of a year: one succeeds", async () => {
  const ask = () => saveCalendar.run(world.ctx(admin), { year: 2031, version: null, ...of(2031) });
  const settled = await Promise.allSettled([ask(), ask()]);
  expect(settled.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await getCalendar.run(world.ctx(admin), { year: 2031 })).toMatchObject({ version: 1 });
});
const of = (year: number) => ({ daysOff: [`${year}-01-02`], workingWeekends: [], shortDays: [] });

test.each([
  [{ daysOff: ["2026-12-31"] }, "daysOff.0: day_other_year"],
  [{ daysOff: ["2029-02-01", "2029-02-01"] }, "daysOff.1: given_twice"],
  [{ daysOff: ["2029-02-03"] }, "daysOff.0: day_off_weekend"],
  [{ workingWeekends: ["2029-02-05"] }, "workingWeekends.0: day_not_weekend"],
  [{ workingWeekends: ["2029-01-06"] }, "workingWeekends.0: day_holiday"],
  [{ shortDays: ["2029-02-03"] }, "shortDays.0: day_rests"],
  [{ shortDays: ["2029-03-08"] }, "shortDays.0: day_rests"],
  [{ daysOff: ["2029-02-30"] }, "daysOff.0: invalid_format"],
  [{ daysOff: "2029-02-01" }, "daysOff: invalid_type"],
])("%o is refused", async (wrong, field) => {
  const asked = { year: 2029, version: null, daysOff: [], workingWeekends: [], shortDays: [], ...wrong };
  const before = await world.traces();
  const refusal = await refusalOf(saveCalendar.run(world.ctx(admin), asked as never));
  expect(fieldsOf(refusal)).toContain(field);
  expect(await world.traces()).toEqual(before);
});
