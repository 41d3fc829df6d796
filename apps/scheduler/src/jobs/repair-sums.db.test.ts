import { findSumDifferences } from "@stsphera/core/sums";
import { createTestWorld, type World } from "@stsphera/core/testing";
import { enterFact } from "@stsphera/core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { checkSums } from "./repair-sums.ts";

vi.setConfig({ testTimeout: 60_000 });

let world: World;
const warnings: string[] = [];

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const deps = () => ({
  db: world.db,
  now: () => world.now,
  warn: (_message: string, error: unknown) => void warnings.push(String(error)),
  anchors: { read: () => Promise.resolve([]), write: () => Promise.resolve() },
  store: { list: async function* () {}, delete: () => Promise.resolve() },
});

test("the nightly check finds every wrong sum of every object, reports, repairs and records it once", async () => {
  const objects = [
    await world.createTestObject(),
    await world.createTestObject(),
    await world.createTestObject(),
  ];
  const foreman = world.ctx(await world.as("construction_itr"));
  for (const object of objects) {
    const floorVolumeId = object.cell("Юг", "1", "МОД");
    await enterFact.run(foreman, { objectId: object.id, floorVolumeId, date: "2026-09-08", quantity: "12" });
  }
  expect(await checkSums(deps())).toEqual({ differences: 0, mended: 0 });

  const [first, second] = objects.map(({ id }) => id);
  const { sql } = world.db;
  await sql`update floor_volumes set fact_qty = fact_qty + 0.125 where object_id = ${first ?? 0}`;
  await sql`delete from object_work_sums where object_id = ${second ?? 0}`;
  await sql`update object_day_sums set quantity = 1, hours = 1 where object_id = ${second ?? 0}`;
  await sql`update object_sums set plan_hours = 1, earned_hours = 1 where object_id = ${second ?? 0}`;
  const spoiled = await findSumDifferences(world.db, 1000);
  expect(new Set(spoiled.map(({ sum }) => sum)).size).toBe(7);
  expect(await checkSums(deps())).toEqual({ differences: spoiled.length, mended: spoiled.length });
  expect(warnings).toHaveLength(spoiled.length);
  expect(await findSumDifferences(world.db)).toEqual([]);

  expect(await checkSums(deps())).toEqual({ differences: 0, mended: 0 });
  const records = await world.db.read<{ job: string; count: number }>(
    `select actor_job as job, count(*)::int as count from audit_log where action = 'sums.mend' group by 1`,
    [],
  );
  expect(records).toEqual([{ job: "consistency", count: spoiled.length }]);
});

test("more differences than one query returns are all repaired", async () => {
  const floors = Array.from({ length: 60 }, (_one, at) => String(at + 1));
  const object = await world.createTestObject({ floors });
  await world.db.sql`update floor_volumes set fact_qty = 1 where object_id = ${object.id}`;
  expect(await checkSums(deps())).toEqual({ differences: 240, mended: 240 });
  expect(await findSumDifferences(world.db)).toEqual([]);
});
