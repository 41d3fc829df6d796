import { enterFact } from "@stsphera/core";
import { createTestWorld, type World } from "@stsphera/core/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { checkDecisions, checkDecisionsAtStart } from "./rebuild-decisions.ts";

let world: World;
let warnings: string[] = [];
let factId: number;
beforeAll(async () => {
  world = await createTestWorld();
  const object = await world.createTestObject();
  const line = { objectId: object.id, floorVolumeId: object.cell("Юг", "1", "МОД"), date: "2026-09-08" };
  const entry = await enterFact.run(world.ctx(await world.as("construction_itr")), {
    ...line,
    quantity: "12",
  });
  factId = entry.fact.id;
});
beforeEach(() => {
  warnings = [];
});
afterAll(() => world.close());

const deps = () => ({
  db: world.db,
  now: () => world.now,
  warn: (message: string, error: unknown) => void warnings.push(`${message}: ${String(error)}`),
});

test("a missing row is reported and restored", async () => {
  expect(await checkDecisions(deps())).toBe(0);
  await world.db.sql`delete from pending_decisions`;
  expect(await checkDecisions(deps())).toBe(1);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain(`fact ${factId}: of fact_days stood nothing, due is {`);
  expect(await checkDecisions(deps())).toBe(0);
});

test("at the start an empty table is filled, and the number of rows is logged", async () => {
  await world.db.sql`
    insert into users (telegram_id, full_name, status, created_at)
    select 7000000 + n, 'Яна Кац', 'pending', ${world.now} from generate_series(1, 300) n`;
  await world.db.sql`delete from pending_decisions`;
  await checkDecisionsAtStart(deps());
  expect(warnings).toHaveLength(21);
  expect(warnings.at(-1)).toContain("281 more decisions differed");
  const rows = await world.db.read("select from pending_decisions", []);
  expect(rows).toHaveLength(301);
});

test("the scheduler starts even if the check fails", async () => {
  const broken = { ...deps(), db: { ...world.db, orm: null as unknown as World["db"]["orm"] } };
  await checkDecisionsAtStart(broken);
  expect(warnings[0]).toContain("what waits for decisions was not compared");
});
