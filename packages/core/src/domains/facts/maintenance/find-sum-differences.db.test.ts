import { afterAll, beforeAll, expect, test } from "vitest";
import { enterFact, enterOpeningBalances, reverseFact } from "../index.ts";
import { createTestWorld, type World } from "../../../testing/index.ts";
import { findSumDifferences } from "./find-sum-differences.ts";

let world: World;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

test("consistent sums have no differences; a changed one is reported", async () => {
  const object = await world.createTestObject();
  const cell = object.cell("Юг", "1", "МОД");
  const manager = world.ctx(await world.as("project_manager"));
  const rows = [{ floorVolumeId: object.cell("Запад", "2", "МОД"), quantity: "30" }];
  await enterOpeningBalances.run(manager, { objectId: object.id, date: "2026-09-07", rows });
  const line = { objectId: object.id, floorVolumeId: cell, date: "2026-09-08" };
  const { fact } = await enterFact.run(manager, { ...line, quantity: "12" });
  await reverseFact.run(manager, { factId: fact.id, version: fact.version, reason: "не тот этаж" });
  await enterFact.run(manager, { ...line, quantity: "40", planReason: { code: "remeasure" } });
  expect(await findSumDifferences(world.db)).toEqual([]);

  await world.db.sql`update floor_volumes set fact_qty = fact_qty + 1 where id = ${cell}`;
  await world.db.sql`delete from object_day_sums where object_id = ${object.id}`;
  expect((await findSumDifferences(world.db)).map(({ sum, of }) => `${sum} ${of}`)).toEqual([
    `cell ${cell}`,
    expect.stringMatching(/^day 2026-09-08 \d+$/),
    expect.stringMatching(/^day_hours 2026-09-08 \d+$/),
  ]);
});
