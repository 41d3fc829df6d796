import { createDatabase, type Database } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Context } from "../../kernel/index.ts";
import { setFloorVolumes } from "../production/index.ts";
import { type TestObject, createTestWorld, outcomes, type World } from "../../testing/index.ts";
import { findSumDifferences, repairSums } from "./maintenance/index.ts";
import { correctFact } from "./correct-fact.ts";
import { decideFact } from "./decide-fact.ts";
import { enterFact } from "./enter-fact.ts";
import { enterOpeningBalances } from "./enter-opening-balances.ts";
import { reverseFact } from "./reverse-fact.ts";
import { undoFact } from "./undo-fact.ts";

// Each client waits for all lock holders before it, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const CLIENTS = 8;
const ROUNDS = 8;
const FLOORS = Array.from({ length: CLIENTS }, (_one, at) => String(at + 1));
let world: World;
let clients: Database[];
let foreman: UserActor;
let deadlocksBefore: number;

/** Counts deadlocks so far: the database may have been used before. */
async function countDeadlocks(): Promise<number> {
  const [row] = await world.db.read<{ deadlocks: number }>(
    "select deadlocks::int as deadlocks from pg_stat_database where datname = current_database()",
    [],
  );
  return row?.deadlocks ?? 0;
}

beforeAll(async () => {
  world = await createTestWorld();
  deadlocksBefore = await countDeadlocks();
  clients = FLOORS.map((floor) =>
    createDatabase(world.url, { max: 2, applicationName: `stsphera-test-${floor}` }),
  );
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await world.close();
});

/** A verb's context as another process would have it. */
function from(client: number, actor: UserActor, more: Partial<Context> = {}): Context {
  const db = clients[client % CLIENTS];
  if (db === undefined) throw new Error("no such client");
  return world.ctx(actor, { db, ...more });
}

/** An object with enough cells; actors are reloaded after they join it. */
async function createTestObject(): Promise<TestObject> {
  const volumes = ["Юг", "Запад"].flatMap((facade) =>
    FLOORS.flatMap((floor) => ["УТП", "ГЕР"].map((work) => ({ facade, floor, work, planQty: "1000" }))),
  );
  const object = await world.createTestObject({ facades: ["Юг", "Запад"], floors: FLOORS, volumes });
  foreman = await world.as("construction_itr");
  return object;
}

const line = (object: TestObject, facade: string, floor: string, work = "УТП") => ({
  objectId: object.id,
  floorVolumeId: object.cell(facade, floor, work),
  date: "2026-09-08",
  confirmDuplicate: true,
});

type Totals = { entries: number; quantity: string; cells: string; works: string; days: string };
async function totals(objectId: number): Promise<Totals | undefined> {
  const [row] = await world.db.read<Totals>(
    `select (select count(*)::int from daily_plan_fact where object_id = $1) as entries,
       (select trim_scale(sum(quantity))::text from daily_plan_fact where object_id = $1) as quantity,
       (select trim_scale(sum(fact_qty))::text from floor_volumes where object_id = $1) as cells,
       (select trim_scale(sum(fact_qty))::text from object_work_sums where object_id = $1) as works,
       (select trim_scale(sum(quantity))::text from object_day_sums where object_id = $1) as days`,
    [objectId],
  );
  return row;
}
const same = (entries: number, sum: string): Totals => ({
  entries,
  quantity: sum,
  cells: sum,
  works: sum,
  days: sum,
});

test("50 clients with one idempotency key: one entry, one answer", async () => {
  const object = await createTestObject();
  const send = (client: number) =>
    enterFact.run(from(client, foreman, { idempotencyKey: "races-1" }), {
      ...line(object, "Юг", "1"),
      quantity: "2.5",
    });
  const before = await world.traces();
  const { done, refused } = await outcomes(Array.from({ length: 50 }, (_one, client) => send(client)));
  expect(done.length).toBeGreaterThan(0);
  expect(done.length + refused.length).toBe(50);
  expect(new Set(refused)).toEqual(refused.length === 0 ? new Set() : new Set(["in_progress"]));
  for (const answer of [...done, await send(1), await send(2)]) expect(answer).toEqual(done[0]);
  expect(await totals(object.id)).toEqual(same(1, "2.5"));
  expect(await world.traces()).toEqual({ audit: before.audit + 1, outbox: before.outbox + 1 });
  expect(await findSumDifferences(world.db)).toEqual([]);
});

test(`${CLIENTS} clients write to one cell, ${ROUNDS} times each: nothing is lost, each sees its own sum`, async () => {
  const object = await createTestObject();
  const writing = FLOORS.map(async (_floor, client) => {
    const seen: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const sent = { ...line(object, "Юг", "1"), quantity: "0.125" };
      const { floorVolume } = await enterFact.run(from(client, foreman), sent);
      seen.push(Number(floorVolume.remaining));
    }
    return seen;
  });
  const seen = (await Promise.all(writing)).flat();
  expect(new Set(seen).size).toBe(CLIENTS * ROUNDS);
  expect(Math.min(...seen)).toBe(1000 - CLIENTS * ROUNDS * 0.125);
  expect(await totals(object.id)).toEqual(same(CLIENTS * ROUNDS, String(CLIENTS * ROUNDS * 0.125)));
  expect(await findSumDifferences(world.db)).toEqual([]);
});

test(`${CLIENTS} clients write to ${CLIENTS} cells of one work and day: the shared sums are exact`, async () => {
  const object = await createTestObject();
  await Promise.all(
    FLOORS.map(async (floor, client) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await enterFact.run(from(client, foreman), { ...line(object, "Юг", floor), quantity: "1.5" });
      }
    }),
  );
  expect(await totals(object.id)).toEqual(same(CLIENTS * ROUNDS, String(CLIENTS * ROUNDS * 1.5)));
  expect(await findSumDifferences(world.db)).toEqual([]);
});

test("20 clients undo, correct and confirm one entry in parallel: one succeeds", async () => {
  const object = await createTestObject();
  const [manager, pto] = [await world.as("project_manager"), await world.as("pto")];
  for (let round = 0; round < 4; round += 1) {
    const floor = FLOORS[round] ?? "1";
    const { fact } = await enterFact.run(from(round, foreman), {
      ...line(object, "Юг", floor),
      quantity: "8",
    });
    const { id: factId, version } = fact;
    const reason = "внесено дважды";
    const attempts = Array.from({ length: 20 }, (_one, at): Promise<unknown> => {
      if (at % 4 === 0) return undoFact.run(from(at, foreman), { factId, version });
      if (at % 4 === 1) return reverseFact.run(from(at, manager), { factId, version, reason });
      if (at % 4 === 2) return decideFact.run(from(at, pto), { factId, version, to: "confirmed" });
      return correctFact.run(from(at, manager), { factId, version, quantity: "5", reason });
    });
    const { done, refused } = await outcomes(attempts);
    // A confirmed entry may still be reversed by those with the right.
    expect(done).toHaveLength(1);
    expect(refused.filter((code) => code !== "conflict" && code !== "version_conflict")).toEqual([]);
  }
  expect(await findSumDifferences(world.db)).toEqual([]);
});

test("changing the plan while facts are entered, on the same facade and another, leaves every sum exact", async () => {
  const object = await createTestObject();
  const manager = await world.as("project_manager");
  const [work] = await world.db.read<{ id: number }>("select id from work_types where code = 'УТП'", []);
  const replan = async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const volumes = FLOORS.map((floor) => ({
        facadeId: object.facadeId("Запад"),
        floorId: object.floorId(floor),
        workTypeId: work?.id ?? 0,
        planQty: String(900 + round),
        planStart: null,
        planFinish: null,
        version: round + 1,
      }));
      await setFloorVolumes.run(from(0, manager), { objectId: object.id, volumes });
    }
  };
  const enter = async (client: number) => {
    for (let round = 0; round < ROUNDS * 2; round += 1) {
      const floor = FLOORS[(client + round) % CLIENTS] ?? "1";
      const facade = (client + round) % 3 === 0 ? "Запад" : "Юг";
      const work = round % 2 === 0 ? "УТП" : "ГЕР";
      await enterFact.run(from(client, foreman), { ...line(object, facade, floor, work), quantity: "0.5" });
    }
  };
  await Promise.all([replan(), ...FLOORS.slice(1).map((_floor, at) => enter(at + 1))]);
  const entries = (CLIENTS - 1) * ROUNDS * 2;
  expect(await totals(object.id)).toEqual(same(entries, String(entries / 2)));
  expect(await findSumDifferences(world.db)).toEqual([]);
});

test.each([
  ["other cells", ["Запад"], 1],
  ["the same cells", ["Юг", "Запад"], 0],
] as const)("opening balances while facts are entered on %s", async (_name, facades, least) => {
  const object = await createTestObject();
  const manager = await world.as("project_manager");
  const open = (client: number) => {
    const rows = FLOORS.flatMap((floor) =>
      ["УТП", "ГЕР"].map((work) => ({ floorVolumeId: object.cell("Юг", floor, work), quantity: "100" })),
    );
    return enterOpeningBalances.run(from(client, manager), {
      objectId: object.id,
      date: "2026-08-31",
      rows: client % 2 === 0 ? rows : rows.toReversed(),
    });
  };
  const enter = async (facade: string, floor: string, client: number) => {
    for (const work of ["ГЕР", "УТП", "ГЕР"]) {
      await enterFact.run(from(client, foreman), { ...line(object, facade, floor, work), quantity: "1" });
    }
  };
  const opening = outcomes([open(0), open(1), open(2)]);
  const entering = facades.flatMap((facade) => FLOORS.map((floor, client) => enter(facade, floor, client)));
  const [opened, entered] = await Promise.all([opening, outcomes(entering)]);
  expect(opened.done.length).toBeGreaterThanOrEqual(least);
  expect(opened.done.length).toBeLessThanOrEqual(1);
  expect(opened.refused.filter((code) => code !== "conflict")).toEqual([]);
  expect(entered.refused).toEqual([]);
  const late = await world.db.read(
    `select o.id from daily_plan_fact o join daily_plan_fact e on e.floor_volume_id = o.floor_volume_id
     where o.kind = 'opening' and e.kind = 'work' and e.id < o.id and o.object_id = $1`,
    [object.id],
  );
  expect(late).toEqual([]);
  expect(await findSumDifferences(world.db)).toEqual([]);
});

test("corrupted sums are repaired while facts are entered", async () => {
  const object = await createTestObject();
  const entering = FLOORS.map(async (floor, client) => {
    for (let round = 0; round < ROUNDS / 2; round += 1) {
      await enterFact.run(from(client, foreman), { ...line(object, "Юг", floor), quantity: "1" });
    }
  });
  const repairing = async () => {
    for (let round = 0; round < ROUNDS / 3; round += 1) {
      await world.db
        .sql`update object_sums set earned_hours = earned_hours + 1 where object_id = ${object.id}`;
      await repairSums.run(from(0, foreman, { actor: world.job("consistency", "volume.edit") }), {
        objectId: object.id,
      });
    }
  };
  await Promise.all([repairing(), ...entering]);
  const entries = (CLIENTS * ROUNDS) / 2;
  expect(await totals(object.id)).toEqual(same(entries, String(entries)));
  expect(await findSumDifferences(world.db)).toEqual([]);
});

test("no race caused a deadlock: sums are locked in one order", async () => {
  expect(await countDeadlocks()).toBe(deadlocksBefore);
});
