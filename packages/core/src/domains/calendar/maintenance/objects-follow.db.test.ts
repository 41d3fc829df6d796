import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rebuildPlanCurves } from "../../plan/index.ts";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../../testing/index.ts";
import { rebuildWorkdays } from "../index.ts";
import { getCalendar } from "./get-calendar.ts";
import { previewCalendar } from "./preview-calendar.ts";
import { saveCalendar } from "./save-calendar.ts";
import { saveObjectCalendar } from "./save-object-calendar.ts";
import { derivedOf } from "./testing/derived.ts";

let world: World;
let admin: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  admin = await world.as("admin");
});
afterAll(() => world.close());

const derived = (objectId: number) => derivedOf(world, objectId);
const cell = (planStart: string, planFinish: string) => ({
  facade: "Юг",
  floor: "1",
  work: "МОД",
  planQty: "36",
  planStart,
  planFinish,
});

test("after a change of a year every open object has the same days as if rebuilt", async () => {
  const week = { workWeek: [1, 2, 3, 4, 5], followTransfers: true, deadline: "2027-06-30" };
  const make = (passport: object, planStart: string, planFinish: string) =>
    world.createTestObject({
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

test("closed objects keep their days", async () => {
  const passport = { workWeek: [1, 2, 3, 4, 5], followTransfers: true };
  const object = await world.createTestObject({ passport, team: [], volumes: [] });
  await world.db.sql`update objects set status = 'closed' where id = ${object.id}`;
  const before = await derived(object.id);
  const { version, daysOff } = await getCalendar.run(world.ctx(admin), { year: 2026 });
  const more = { workingWeekends: [], shortDays: [], daysOff: [...daysOff, "2026-10-05"] };
  await saveCalendar.run(world.ctx(admin), { year: 2026, version, ...more });
  expect(await derived(object.id)).toEqual(before);
});

describe("a preview", () => {
  test("shows what will change, and saves nothing", async () => {
    const passport = {
      name: "Пятидневка",
      workWeek: [1, 2, 3, 4, 5],
      followTransfers: true,
      deadline: "2026-10-16",
    };
    const { id } = await world.createTestObject({ passport, team: [], volumes: [] });
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

  test("of invalid days is refused like saving them, and only admins may ask", async () => {
    const wrong = { year: 2026, daysOff: ["2027-01-11"], workingWeekends: [], shortDays: [] };
    expect(fieldsOf(await refusalOf(previewCalendar.run(world.ctx(admin), wrong)))).toEqual([
      "daysOff.0: day_other_year",
    ]);
    const manager = world.ctx(await world.as("project_manager"));
    const ask = previewCalendar.run(manager, { ...wrong, daysOff: [] });
    expect((await refusalOf(ask)).details.permission).toBe("settings.manage");
  });
});
