import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { enterFact } from "../facts/verbs.ts";
import { changeObjectStatus } from "./change-object-status.ts";
import { undoObjectMove } from "./undo-object-move.ts";

const reason = "заказчик остановил работы";
let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

async function held() {
  const object = await world.createTestObject({});
  const manager = await world.again(await world.as("project_manager"));
  const input = { objectId: object.id, move: "hold", version: object.version, reason } as const;
  await changeObjectStatus.run(world.ctx(manager), input);
  return { object, manager };
}

test("a pause is undone as if it had not been, by the one who made it", async () => {
  const { object, manager } = await held();
  const director = await world.as("director");
  expect(await refusalOf(undoObjectMove.run(world.ctx(director), { objectId: object.id }))).toMatchObject({
    code: "forbidden",
  });
  expect(await undoObjectMove.run(world.ctx(manager), { objectId: object.id })).toMatchObject({
    status: "active",
    version: object.version + 2,
  });
  const [row] = await world.db.read<{ heldSince: string | null }>(
    `select held_since::text as "heldSince" from objects where id = $1`,
    [object.id],
  );
  expect(row?.heldSince).toBeNull();
});

test("a start on which an entry was made stays", async () => {
  const object = await world.createTestObject({});
  await world.db.sql`update objects set status = 'planning' where id = ${object.id}`;
  const manager = await world.again(await world.as("project_manager"));
  const ctx = world.ctx(manager);
  await changeObjectStatus.run(ctx, {
    objectId: object.id,
    move: "transfer",
    version: object.version,
    reason,
  });
  const later = world.ctx(manager, { now: new Date(world.now.getTime() + 60_000) });
  await enterFact.run(later, {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "1",
  });
  const before = await world.traces();
  expect(await refusalOf(undoObjectMove.run(later, { objectId: object.id }))).toMatchObject({
    code: "conflict",
    details: { sentence: "move_built_upon" },
  });
  expect(await world.traces()).toEqual(before);
});
