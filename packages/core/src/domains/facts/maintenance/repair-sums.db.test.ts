import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enterFact } from "../index.ts";
import { type TestObject, createTestWorld, refusalOf, type World } from "../../../testing/index.ts";
import { findSumDifferences } from "./find-sum-differences.ts";
import { repairSums } from "./repair-sums.ts";

let world: World;
let object: TestObject;
let other: TestObject;

beforeAll(async () => {
  world = await createTestWorld();
  object = await world.createTestObject();
  other = await world.createTestObject();
  const foreman = world.ctx(await world.as("construction_itr"));
  const line = { objectId: object.id, floorVolumeId: object.cell("Юг", "1", "МОД"), date: "2026-09-08" };
  await enterFact.run(foreman, { ...line, quantity: "12" });
});
afterAll(() => world.close());

const job = () => world.ctx(world.job("consistency", "volume.edit"));
const records = () =>
  world.db.read<{ type: string; id: number; job: string; before: unknown; after: unknown }>(
    `select entity_type as type, entity_id as id, actor_job as job, before, after from audit_log
     where action = 'sums.mend' order by audit_log.id`,
    [],
  );
const sums = async () => {
  const { sql } = world.db;
  return {
    cells: await sql`select id, fact_qty from floor_volumes order by id`,
    works: await sql`select * from object_work_sums order by object_id, work_type_id`,
    days: await sql`select * from object_day_sums order by object_id, day, work_type_id`,
    objects: await sql`select * from object_sums order by object_id`,
  };
};

/** Every kind of sum, how it is corrupted, and the difference found. */
const CORRUPTIONS = [
  ["a cell", "update floor_volumes set fact_qty = fact_qty + 3 where id = $2 and object_id = $1", ["cell"]],
  [
    "a work's fact",
    "update object_work_sums set fact_qty = fact_qty - 1 where object_id = $1",
    ["work", "work"],
  ],
  [
    "a work's plan",
    "update object_work_sums set plan_qty = 7 where object_id = $1",
    ["work_plan", "work_plan"],
  ],
  ["a day's quantity", "update object_day_sums set quantity = quantity * 2 where object_id = $1", ["day"]],
  ["a day's hours", "update object_day_sums set hours = 0.5 where object_id = $1", ["day_hours"]],
  ["a day that is gone", "delete from object_day_sums where object_id = $1", ["day", "day_hours"]],
  [
    "a day without entries",
    `insert into object_day_sums select object_id, day + 1, work_type_id, 4, 9 from object_day_sums
     where object_id = $1`,
    ["day", "day_hours"],
  ],
  [
    "planned hours",
    "update object_sums set plan_hours = plan_hours + 0.001 where object_id = $1",
    ["object_plan"],
  ],
  ["earned hours", "update object_sums set earned_hours = 0 where object_id = $1", ["object_earned"]],
  [
    "what is confirmed of a cell",
    "update floor_volumes set confirmed_qty = 5 where id = $2 and object_id = $1",
    ["cell_confirmed"],
  ],
  [
    "what is confirmed of a work",
    "update object_work_sums set confirmed_qty = 1 where object_id = $1",
    ["work_confirmed", "work_confirmed"],
  ],
  [
    "what is confirmed of a day",
    "update object_day_sums set confirmed_qty = 1, confirmed_hours = 2 where object_id = $1 and quantity > 0",
    ["day_confirmed", "day_confirmed_hours"],
  ],
  [
    "confirmed hours",
    "update object_sums set confirmed_hours = 7 where object_id = $1",
    ["object_confirmed"],
  ],
  ["an object's sums gone", "delete from object_sums where object_id = $1", ["object_earned", "object_plan"]],
] as const;

describe("regression 15: a manually corrupted sum is found, repaired and recorded", () => {
  test.each(CORRUPTIONS)("%s", async (_name, statement, found) => {
    const right = await sums();
    const before = await records();
    const cell = object.cell("Юг", "1", "МОД");
    const params = statement.includes("$2") ? [object.id, cell] : [object.id];
    await world.db.sql.unsafe(statement, params);
    const differences = await findSumDifferences(world.db);
    expect(differences.map(({ sum }) => sum)).toEqual(found);
    expect(await repairSums.run(job(), { objectId: object.id })).toEqual({ mended: found.length });
    expect(await findSumDifferences(world.db)).toEqual([]);
    const written = (await records()).slice(before.length);
    expect(written.map(({ job: by }) => by)).toEqual(found.map(() => "consistency"));
    written.forEach((record, at) => {
      const { sum, of, stored, ledger } = differences[at] ?? {};
      const place = of === "" ? { sum } : { sum, of };
      expect(record).toMatchObject({
        type: sum?.startsWith("cell") === true ? "floor_volume" : "object",
        id: sum?.startsWith("cell") === true ? cell : object.id,
        before: { ...place, value: String(Number(stored)) },
        after: { ...place, value: String(Number(ledger)) },
      });
    });
    const { days, ...mended } = await sums();
    const { days: rightDays, ...rest } = right;
    expect(mended).toEqual(rest);
    const spent = (rows: readonly object[]) =>
      rows.filter((row) => !("hours" in row && Number(row.hours) === 0));
    expect(spent(days)).toEqual(spent(rightDays));
  });
});

test("differences of another object are left for its own repair", async () => {
  await world.db.sql`update object_sums set earned_hours = 5 where object_id = ${other.id}`;
  expect(await repairSums.run(job(), { objectId: object.id })).toEqual({ mended: 0 });
  expect((await findSumDifferences(world.db)).map(({ objectId }) => objectId)).toEqual([other.id]);
  expect(await repairSums.run(job(), { objectId: other.id })).toEqual({ mended: 1 });
  expect(await findSumDifferences(world.db)).toEqual([]);
});

test("no user may repair sums, not even an admin, and a job only with the permission", async () => {
  const before = await world.traces();
  for (const actor of [await world.as("admin"), world.job("consistency")]) {
    const refusal = await refusalOf(repairSums.run(world.ctx(actor), { objectId: object.id }));
    expect(refusal.code).toBe("forbidden");
  }
  expect((await refusalOf(repairSums.run(job(), { objectId: 1_999_999_999 }))).code).toBe("not_found");
  expect(await world.traces()).toEqual(before);
});
