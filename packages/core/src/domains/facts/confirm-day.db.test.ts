import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { attachPhotos, confirmDay, decideFact, enterFact, getFact, undoDecision } from "./index.ts";

const DAY = "2026-09-08";

let world: World;
let here: TestObject;
let manager: UserActor;
let foreman: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
});
/** A new object, and its people as they stand on it. */
const begin = async (name: string) => {
  here = await world.createTestObject({ passport: { name } });
  manager = await world.as("project_manager");
  foreman = await world.as("construction_itr");
};
afterAll(() => world.close());

const enter = async (facade: string, floor: string, work: string, quantity: string) => {
  const entry = { objectId: here.id, floorVolumeId: here.cell(facade, floor, work), date: DAY, quantity };
  return (await enterFact.run(world.ctx(foreman), entry)).fact;
};
const statusOf = async (factId: number) => (await getFact.run(world.ctx(manager), { factId })).status;
const photo = async () => {
  const [row] = await world.db.sql<{ id: number }[]>`
    insert into files (object_id, purpose, source, status, name, storage_key, uploaded_by, created_at)
    values (${here.id}, 'photo', 'upload', 'ready', 'a.jpg', ${`k-${Math.random()}`}, ${foreman.id}, ${world.now})
    returning id`;
  return row?.id ?? 0;
};

test("a day is confirmed but for what deviates and what lacks its photo; each can be undone", async () => {
  await begin("День");
  const [usual, whole, off] = [
    await enter("Юг", "1", "МОД", "2"),
    await enter("Юг", "2", "МОД", "36"),
    await enter("Запад", "1", "МОД", "3"),
  ];
  await world.db.sql`update daily_plan_fact set plan_qty = null where id in (${usual.id}, ${whole.id})`;
  await world.db.sql`update daily_plan_fact set plan_qty = 12 where id = ${off.id}`;
  const day = { objectId: here.id, date: DAY };
  const answer = await confirmDay.run(world.ctx(manager), day);
  expect(answer).toEqual({
    confirmed: [usual.id],
    exceptions: [
      { id: whole.id, why: "photo_due" },
      { id: off.id, why: "off_plan" },
    ],
    undoUntil: "2026-09-08T07:10:00.000Z",
  });
  expect([await statusOf(usual.id), await statusOf(whole.id), await statusOf(off.id)]).toEqual([
    "confirmed",
    "submitted",
    "submitted",
  ]);
  expect(await refusalOf(confirmDay.run(world.ctx(manager), day))).toMatchObject({
    details: { sentence: "nothing_to_confirm" },
  });
  const named = await confirmDay.run(world.ctx(manager), { ...day, factIds: [off.id] });
  expect(named.confirmed).toEqual([off.id]);
  const decided = await getFact.run(world.ctx(manager), { factId: off.id });
  expect(decided.decisionUndoUntil).toBe("2026-09-08T07:10:00.000Z");
  expect((await getFact.run(world.ctx(foreman), { factId: off.id })).decisionUndoUntil).toBeNull();
  const undone = await undoDecision.run(world.ctx(manager), { factId: off.id });
  expect(undone).toMatchObject({ status: "submitted", actions: ["confirm", "return"] });
  const late = world.ctx(manager, { now: new Date(world.now.getTime() + 10 * 60_000) });
  expect(await refusalOf(undoDecision.run(late, { factId: usual.id }))).toMatchObject({
    details: { sentence: "move_undo_time_over" },
  });
});

test("the entry that completes a cell is confirmed once a photo of the cell is there", async () => {
  await begin("Фото");
  const first = await enter("Юг", "1", "МОД", "20");
  const last = await enter("Юг", "1", "КРН-Н", "1");
  expect(first.photoDue).toBe(false);
  const completing = (
    await enterFact.run(world.ctx(foreman), {
      objectId: here.id,
      floorVolumeId: here.cell("Юг", "1", "МОД"),
      date: DAY,
      quantity: "16",
      confirmDuplicate: true,
    })
  ).fact;
  expect([completing.photoDue, last.photoDue]).toEqual([true, false]);
  const seen = await getFact.run(world.ctx(manager), { factId: completing.id });
  expect(seen.can?.confirm).toBe(false);
  const confirm = { factId: completing.id, move: "confirm" as const, version: completing.version };
  const before = await world.traces();
  expect(await refusalOf(decideFact.run(world.ctx(manager), confirm))).toMatchObject({
    details: { sentence: "photo_due" },
  });
  expect(await world.traces()).toEqual(before);
  await attachPhotos.run(world.ctx(foreman), { factId: first.id, fileIds: [await photo()] });
  const { fact } = await decideFact.run(world.ctx(manager), confirm);
  expect(fact).toMatchObject({ status: "confirmed", photoDue: false });
});

test("what was confirmed before counts towards the day's plan: its rest is confirmed without asking", async () => {
  await begin("Сумма");
  const first = await enter("Юг", "1", "МОД", "6");
  const cell = { objectId: here.id, floorVolumeId: here.cell("Юг", "1", "МОД"), date: DAY };
  const { fact: second } = await enterFact.run(world.ctx(foreman), {
    ...cell,
    quantity: "6",
    confirmDuplicate: true,
  });
  await world.db.sql`update daily_plan_fact set plan_qty = 12 where id in (${first.id}, ${second.id})`;
  const day = { objectId: here.id, date: DAY };
  await confirmDay.run(world.ctx(manager), { ...day, factIds: [first.id] });
  const rest = await confirmDay.run(world.ctx(manager), day);
  expect(rest).toMatchObject({ confirmed: [second.id], exceptions: [] });
});
