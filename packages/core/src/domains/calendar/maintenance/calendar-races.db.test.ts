import { afterAll, beforeAll, expect, test } from "vitest";
import { changeObjectStatus, createObject, updateObject } from "../../objects/index.ts";
import { rebuildPlanCurves } from "../../plan/index.ts";
import { outcomes, createTestWorld, type World } from "../../../testing/index.ts";
import { rebuildWorkdays } from "../index.ts";
import { saveCalendar } from "./save-calendar.ts";
import { saveObjectCalendar } from "./save-object-calendar.ts";
import { derivedOf } from "./testing/derived.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const FIVE_DAYS = { workWeek: [1, 2, 3, 4, 5], followTransfers: true, deadline: "2027-06-30" };
const volumes = [
  { facade: "Юг", floor: "1", work: "МОД", planQty: "36", planStart: "2028-01-10", planFinish: "2028-03-31" },
];
const createTestObject = () =>
  world.createTestObject({ passport: FIVE_DAYS, team: [], facades: ["Юг"], floors: ["1"], volumes });

test("when days are changed while a year is saved, no object keeps days of the old year", async () => {
  const ctx = world.ctx(await world.as("admin"));
  const manager = await world.as("project_manager");
  const [own, moved, reopened] = [
    await createTestObject(),
    await createTestObject(),
    await createTestObject(),
  ];
  await world.db.sql`update objects set status = 'closed' where id = ${reopened.id}`;
  const published = (...daysOff: string[]) => ({ daysOff, workingWeekends: [], shortDays: [] });
  const passport = { name: "Новый", city: "", address: "", customer: "", facadeTypes: ["nvf" as const] };
  const { done, refused } = await outcomes<unknown>([
    saveCalendar.run(ctx, { year: 2028, version: null, ...published("2028-02-21", "2028-03-01") }),
    saveObjectCalendar.run(ctx, {
      objectId: own.id,
      version: own.version,
      days: [{ day: "2028-03-01", working: true }],
    }),
    updateObject.run(ctx, { objectId: moved.id, version: moved.version, workWeek: [2, 3, 4, 5, 6] }),
    changeObjectStatus.run(ctx, {
      objectId: reopened.id,
      version: reopened.version,
      to: "completing",
      reason: "остались откосы",
    }),
    createObject.run(ctx, { ...passport, ...FIVE_DAYS, projectManagerId: manager.id }),
    saveCalendar.run(ctx, { year: 2029, version: null, ...published("2029-02-21") }),
  ]);
  expect([done.length, refused]).toEqual([6, []]);
  const ids = (await world.db.read<{ id: number }>("select id from objects order by id", [])).map(
    ({ id }) => id,
  );
  const stored = await Promise.all(ids.map((id) => derivedOf(world, id)));
  await world.db.orm.transaction(async (tx) => {
    for (const id of ids) await rebuildWorkdays(tx, id);
    await rebuildPlanCurves(tx, ids);
  });
  expect(ids).toHaveLength(4);
  expect(await Promise.all(ids.map((id) => derivedOf(world, id)))).toEqual(stored);
});
