import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type World } from "../../../testing/index.ts";
import { updateObject } from "../../objects/verbs.ts";
import { countWorkdays } from "./count-workdays.ts";
import { previewObject } from "./preview-object.ts";

const FIVE = [1, 2, 3, 4, 5];
const SIX = [1, 2, 3, 4, 5, 6];
let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

async function made() {
  const object = await world.createTestObject({});
  await world.db.sql`
    update objects set start_date = '2026-09-01', deadline = '2026-09-30', work_week = ${FIVE}, follow_transfers = true
    where id = ${object.id}`;
  await world.db.sql`
    update floor_volumes set plan_start = '2026-09-14', plan_finish = '2026-09-20' where id in (
      select min(id) from floor_volumes where object_id = ${object.id})`;
  await world.db.sql`
    update floor_volumes set plan_start = null, plan_finish = null where object_id = ${object.id} and plan_start <> '2026-09-14'`;
  return { object, ctx: world.ctx(await world.again(await world.as("project_manager"))) };
}

test("working days between two days are counted by the week and the holidays", async () => {
  const ctx = world.ctx(await world.as("project_manager"));
  const count = (workWeek: number[], from: string, to: string) =>
    countWorkdays.run(ctx, { from, to, workWeek, followTransfers: false });
  expect(await count(FIVE, "2026-09-07", "2026-09-13")).toMatchObject({ workdays: 5 });
  expect(await count(SIX, "2026-09-07", "2026-09-13")).toMatchObject({ workdays: 6 });
  // Russia Day is a Friday.
  expect(await count(FIVE, "2026-06-08", "2026-06-14")).toMatchObject({ workdays: 4 });
  expect(fieldsOf(await refusalOf(count(FIVE, "2026-09-13", "2026-09-07")))).toEqual(["to: dates_order"]);
});

test("another deadline and week are shown as they would be saved, and nothing is saved", async () => {
  const { object, ctx } = await made();
  const before = await world.traces();
  const asked = { deadline: "2026-09-18", workWeek: SIX };
  const shown = await previewObject.run(ctx, { objectId: object.id, ...asked });
  expect(shown).toEqual({
    before: { deadline: "2026-09-30", workdays: 22, left: 16 },
    after: { deadline: "2026-09-18", workdays: 16, left: 9 },
    cells: 1,
    beyond: 1,
    provisional: false,
  });
  expect(await world.traces()).toEqual(before);
  await updateObject.run(ctx, { objectId: object.id, version: object.version, ...asked });
  const same = await previewObject.run(ctx, { objectId: object.id });
  expect(same.before).toEqual(shown.after);
});

test("a deadline before the start is refused as saving would", async () => {
  const { object, ctx } = await made();
  const refusal = await refusalOf(previewObject.run(ctx, { objectId: object.id, deadline: "2026-08-01" }));
  expect(fieldsOf(refusal)).toEqual(["deadline: dates_order"]);
});
