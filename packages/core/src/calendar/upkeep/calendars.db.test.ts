import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldsOf, openWorld, refusalOf, type World } from "../../testing/index.ts";
import { getObject } from "../../objects/index.ts";
import { rebuildWorkdays } from "../index.ts";
import { rebuildPlanCurves } from "../../plan/index.ts";
import { getCalendar } from "./get-calendar.ts";
import { getObjectCalendar } from "./get-object-calendar.ts";
import { listCalendars } from "./list-calendars.ts";
import { previewCalendar } from "./preview-calendar.ts";
import { previewObjectCalendar } from "./preview-object-calendar.ts";
import { saveCalendar } from "./save-calendar.ts";
import { saveObjectCalendar } from "./save-object-calendar.ts";

let world: World;
let admin: UserActor;
beforeAll(async () => {
  world = await openWorld();
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

test("a year that is not published has the statutory holidays alone, and says so", async () => {
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
  ]);
  const { items } = await listCalendars.run(world.ctx(admin), {});
  expect(items.filter((item) => item.provisional).map((item) => item.year)).toEqual([2027, 2028, 2029]);
});

test("a year is published, seen by all, put right, and no older change passes", async () => {
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

test("two who publish a year at once do it once", async () => {
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

type Derived = { days: unknown[]; curve: unknown[]; total: unknown[] };
async function derived(objectId: number): Promise<Derived> {
  const read = (text: string) => world.db.read<object>(text, [objectId]);
  return {
    days: await read(
      "select day::text, ordinal, provisional from object_workdays where object_id = $1 order by day",
    ),
    curve: await read(
      "select facade_id, day::text, hours_through::text from plan_curve where object_id = $1 order by 1, 2",
    ),
    total: await read(
      "select day::text, hours_through::text from object_plan_curve where object_id = $1 order by 1",
    ),
  };
}
const cell = (planStart: string, planFinish: string) => ({
  facade: "Юг",
  floor: "1",
  work: "МОД",
  planQty: "36",
  planStart,
  planFinish,
});

test("every open object follows a year's change as if its days were listed anew", async () => {
  const week = { workWeek: [1, 2, 3, 4, 5], followTransfers: true, deadline: "2027-06-30" };
  const make = (passport: object, planStart: string, planFinish: string) =>
    world.anObject({
      passport,
      team: [],
      facades: ["Юг"],
      floors: ["1"],
      volumes: [cell(planStart, planFinish)],
    });
  const [five, own, six, none] = [
    await make(week, "2028-01-10", "2028-03-31"),
    await make(week, "2028-02-21", "2028-03-10"),
    await make({ deadline: "2028-06-30" }, "2028-01-10", "2028-03-31"),
    await make(week, "2026-09-01", "2026-09-30"),
  ];
  await saveObjectCalendar.run(world.ctx(admin), {
    objectId: own.id,
    version: own.version,
    days: [
      { day: "2028-02-24", working: true },
      { day: "2028-02-26", working: false },
    ],
  });
  const all = [five, own, six, none].map((object) => object.id);
  const before = await Promise.all(all.map(derived));
  const days = {
    daysOff: ["2028-01-03", "2028-01-10", "2028-02-24", "2028-02-25"],
    workingWeekends: ["2028-02-19", "2028-02-26"],
    shortDays: [],
  };
  const first = await saveCalendar.run(world.ctx(admin), { year: 2028, version: null, ...days });
  expect(first.objects).toBeGreaterThanOrEqual(3);
  for (const version of [1, 2]) {
    const after = await Promise.all(all.map(derived));
    expect(after[0]?.days).not.toEqual(before[0]?.days);
    expect(after[0]?.curve).not.toEqual(before[0]?.curve);
    expect(after[3]?.curve).toEqual(before[3]?.curve);
    await world.db.orm.transaction(async (tx) => {
      for (const id of all) await rebuildWorkdays(tx, id);
      await rebuildPlanCurves(tx, all);
    });
    expect(await Promise.all(all.map(derived))).toEqual(after);
    const other = { ...days, daysOff: ["2028-03-01"], workingWeekends: [] };
    if (version === 1) await saveCalendar.run(world.ctx(admin), { year: 2028, version, ...other });
  }
});

test("objects that are over keep the days they had", async () => {
  const passport = { workWeek: [1, 2, 3, 4, 5], followTransfers: true };
  const object = await world.anObject({ passport, team: [], volumes: [] });
  await world.db.sql`update objects set status = 'closed' where id = ${object.id}`;
  const before = await derived(object.id);
  const { version, daysOff } = await getCalendar.run(world.ctx(admin), { year: 2026 });
  const more = { workingWeekends: [], shortDays: [], daysOff: [...daysOff, "2026-10-05"] };
  await saveCalendar.run(world.ctx(admin), { year: 2026, version, ...more });
  expect(await derived(object.id)).toEqual(before);
});

describe("a preview", () => {
  test("says what moves before it is saved, and saves nothing", async () => {
    const passport = {
      name: "Пятидневка",
      workWeek: [1, 2, 3, 4, 5],
      followTransfers: true,
      deadline: "2026-10-16",
    };
    const { id } = await world.anObject({ passport, team: [], volumes: [] });
    const stands = await getCalendar.run(world.ctx(admin), { year: 2026 });
    const { workingWeekends, shortDays, daysOff } = stands;
    const asked = {
      year: 2026,
      workingWeekends,
      shortDays,
      daysOff: [...daysOff, "2026-10-01", "2026-10-02"],
    };
    const before = await world.traces();
    const preview = await previewCalendar.run(world.ctx(admin), asked);
    expect(preview.before).toEqual({ workdays: stands.workdays, provisional: false });
    expect(preview.after).toEqual({ workdays: stands.workdays - 2 });
    const item = preview.items.find(({ objectId }) => objectId === id);
    const had = item?.workdaysLeft.before ?? 0;
    expect(item).toMatchObject({
      name: "Пятидневка",
      deadline: "2026-10-16",
      workdaysLeft: { before: had, after: had - 2 },
      finishAfter: "2026-10-20",
      provisional: false,
    });
    expect(preview.moved).toBe(preview.items.length);
    expect(preview.objects).toBeGreaterThan(preview.moved);
    expect(await world.traces()).toEqual(before);
    expect(await getCalendar.run(world.ctx(admin), { year: 2026 })).toEqual(stands);
  });

  test("of days that cannot be is refused as the save is, and nobody but an admin asks", async () => {
    const wrong = { year: 2026, daysOff: ["2027-01-11"], workingWeekends: [], shortDays: [] };
    expect(fieldsOf(await refusalOf(previewCalendar.run(world.ctx(admin), wrong)))).toEqual([
      "daysOff.0: day_other_year",
    ]);
    const manager = world.ctx(await world.as("project_manager"));
    const ask = previewCalendar.run(manager, { ...wrong, daysOff: [] });
    expect((await refusalOf(ask)).details.permission).toBe("settings.manage");
  });
});

describe("an object's own days", () => {
  test("are previewed, saved, shown, and taken back", async () => {
    const { id: objectId, version } = await world.anObject({ team: ["project_manager"] });
    const ctx = world.ctx(await world.as("project_manager"));
    const days = [
      { day: "2026-09-13", working: true },
      { day: "2026-09-14", working: false },
      { day: "2026-09-15", working: false },
    ];
    const traces = await world.traces();
    const preview = await previewObjectCalendar.run(ctx, { objectId, days });
    const left = preview.shift?.workdaysLeft;
    expect(preview).toMatchObject({ days: 3, cells: 4, shift: { finishAfter: "2026-10-19" } });
    expect((left?.before ?? 0) - (left?.after ?? 0)).toBe(1);
    expect(await world.traces()).toEqual(traces);
    const before = await derived(objectId);
    const saved = await saveObjectCalendar.run(ctx, { objectId, version, days: days.toReversed() });
    expect(saved).toEqual({ objectId, version: version + 1, days: 3 });
    const range = { objectId, from: "2026-09-12", to: "2026-09-15" };
    const shown = await getObjectCalendar.run(ctx, range);
    expect(shown).toMatchObject({ workdays: 2, provisional: false, overrides: days, version: version + 1 });
    expect(shown.days.map(({ working, own }) => [working, own])).toEqual([
      [true, false],
      [true, true],
      [false, true],
      [false, true],
    ]);
    expect((await derived(objectId)).curve).not.toEqual(before.curve);
    await saveObjectCalendar.run(ctx, { objectId, version: version + 1, days: [] });
    expect(await derived(objectId)).toEqual(before);
  });

  test("that reach into a year not published are said to be provisional", async () => {
    const { id: objectId } = await world.anObject({
      passport: { deadline: "2030-03-01" },
      team: [],
      volumes: [],
    });
    const ctx = world.ctx(admin);
    const range = { objectId, from: "2029-12-31", to: "2030-01-01" };
    expect((await getObjectCalendar.run(ctx, range)).provisional).toBe(true);
    expect((await previewObjectCalendar.run(ctx, { objectId, days: [] })).shift?.provisional).toBe(true);
    expect((await getObject.run(ctx, { objectId })).calendarProvisional).toBe(true);
  });

  test("are refused twice, in a range too long or turned round, from an older version, to who may not", async () => {
    const { id: objectId, version } = await world.anObject({ team: ["pto"], volumes: [] });
    const ctx = world.ctx(admin);
    const day = { day: "2026-09-13", working: true };
    const before = await world.traces();
    const named = async (work: Promise<unknown>) => fieldsOf(await refusalOf(work));
    const twice = { objectId, version, days: [day, day] };
    expect(await named(saveObjectCalendar.run(ctx, twice))).toEqual(["days.1.day: given_twice"]);
    const back = { objectId, from: "2026-09-13", to: "2026-09-12" };
    expect(await named(getObjectCalendar.run(ctx, back))).toEqual(["to: dates_order"]);
    const long = { objectId, from: "2026-01-01", to: "2027-12-31" };
    expect(await named(getObjectCalendar.run(ctx, long))).toEqual(["to: range_too_long"]);
    const stale = saveObjectCalendar.run(ctx, { objectId, version: version + 1, days: [day] });
    expect((await refusalOf(stale)).code).toBe("version_conflict");
    const clerk = world.ctx(await world.as("pto"));
    const his = saveObjectCalendar.run(clerk, { objectId, version, days: [day] });
    expect((await refusalOf(his)).details.permission).toBe("object.edit");
    expect(await world.traces()).toEqual(before);
  });
});
