import { ROLE_CODES, type Role } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  decideFact,
  enterFact,
  enterOpeningBalances,
  getDashboard,
  getFacadeMap,
  getObject,
  getObjectBreakdown,
  getObjectDashboard,
  listFacts,
  listFloorVolumes,
  listObjects,
  reverseFact,
} from "../../verbs.ts";
import { createTestWorld, type TestObject, type World } from "../index.ts";
import { type Said, saidNumbers } from "./said-numbers.ts";

let world: World;
let object: TestObject;
beforeAll(async () => {
  world = await createTestWorld();
  object = await world.createTestObject({ floors: ["1", "2", "3"] });
  await work();
});
afterAll(() => world.close());

const DAYS = ["2026-09-01", "2026-09-02", "2026-09-03", "2026-09-04", "2026-09-07", "2026-09-08"];

/** Entries in every state: opening balances, waiting, confirmed, returned, taken back, more than planned; late tasks. */
async function work(): Promise<void> {
  const as = async (role: Role, date: string) =>
    world.ctx(await world.as(role), { now: new Date(`${date}T15:00:00.000Z`) });
  const objectId = object.id;
  const opening = [{ floorVolumeId: object.cell("Запад", "3", "КРН-Н"), quantity: "30" }];
  const importer = await as("pto", "2026-09-01");
  await enterOpeningBalances.run(importer, { objectId, date: "2026-08-31", rows: opening });
  for (const [at, date] of DAYS.entries()) {
    const foreman = await as("construction_itr", date);
    const enter = async (cell: [string, string, string], quantity: string) => {
      const planReason = { code: "remeasure" as const };
      const line = { objectId, date, floorVolumeId: object.cell(...cell), quantity, planReason };
      return (await enterFact.run(foreman, line)).fact;
    };
    const decide = async (fact: { id: number; version: number }, move: "confirm" | "return") =>
      decideFact.run(await as("pto", date), {
        factId: fact.id,
        version: fact.version,
        ...(move === "confirm" ? { move } : { move, reason: "шов не заполнен" }),
      });
    const first = await enter(["Юг", "1", "МОД"], "7");
    if (at < 4) await decide(first, "confirm");
    const second = await enter(["Запад", "2", "КРН-Н"], String(3 + at));
    if (at % 2 === 0) await decide(second, "return");
    if (at === 1) {
      const wrong = await enter(["Юг", "3", "МОД"], "5");
      const { fact } = await decide(wrong, "confirm");
      const reason = "не тот этаж";
      await reverseFact.run(await as("pto", date), { factId: fact.id, version: fact.version, reason });
    }
  }
  const { id: by } = await world.as("project_manager");
  await world.db.sql`
    insert into tasks (object_id, title, status, deadline, creator_id, assignee_id, created_at, status_since)
    select ${objectId}::int, 'Снять подъёмник ' || n, 'in_progress', ${"2026-08-31"}::date + n, ${by}::int, ${by}::int,
      ${world.now}, ${world.now} from generate_series(1, 9) n`;
  await world.rebuildDecisions();
}

/** The values of a name, if reads disagree. */
function disagreements(said: readonly Said[]): Record<string, Record<string, unknown>> {
  const byName = new Map<string, Said[]>();
  for (const one of said) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  const differing = [...byName].filter(
    ([, of]) => new Set(of.map(({ value }) => JSON.stringify(value))).size > 1,
  );
  return Object.fromEntries(
    differing.map(([name, of]) => [name, Object.fromEntries(of.map(({ by, value }) => [by, value]))]),
  );
}

describe("one truth: a number is the same wherever it appears", () => {
  test.each(ROLE_CODES)("%s", async (role) => {
    const said = await saidNumbers(world.ctx(await world.as(role)), object.id);
    expect(disagreements(said)).toEqual({});
    const bys = (name: string) => new Set(said.filter((one) => one.name === name).map(({ by }) => by)).size;
    expect(
      ["pct", "planned", "health", "modules", "date", "toConfirmHere"].filter((name) => bys(name) < 2),
    ).toEqual([]);
  });

  test("an observer is shown less than others: what is confirmed", async () => {
    const read = async (role: Role) =>
      getObjectDashboard.run(world.ctx(await world.as(role)), { objectId: object.id });
    const [all, confirmed] = [await read("director"), await read("viewer")];
    const facts = ({ workTypes }: typeof all) => Object.fromEntries(workTypes.map((w) => [w.code, w.fact]));
    expect(facts(all)).toEqual({ МОД: "42", "КРН-Н": "63" });
    expect(facts(confirmed)).toEqual({ МОД: "28", "КРН-Н": "30" });
    expect(Number(confirmed.progress.pct)).toBeLessThan(Number(all.progress.pct));
  });

  test("an observer is told no forecast, pace, task, crew, hours or words of an entry, by any read", async () => {
    const ctx = world.ctx(await world.as("viewer"));
    const objectId = object.id;
    const answers = await Promise.all([
      getDashboard.run(ctx, {}),
      getObjectDashboard.run(ctx, { objectId }),
      getObjectBreakdown.run(ctx, { objectId }),
      listObjects.run(ctx, {}),
      getObject.run(ctx, { objectId }),
      getFacadeMap.run(ctx, { objectId }),
      listFloorVolumes.run(ctx, { objectId }),
      listFacts.run(ctx, { objectId }),
    ]);
    expect(toldOf(answers, HIDDEN)).toEqual([]);
  });
});

/** Names of what observers are not told. */
const HIDDEN = new Set(
  `forecast forecastDate lateDays rate pace lateTasks overdueTasks budget crew workers notes planReason`.split(
    " ",
  ),
);

/** The names among these that an answer has a value for, wherever they stand in it. */
function toldOf(value: unknown, names: ReadonlySet<string>): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    names.has(name) && part !== null && part !== undefined ? [name] : toldOf(part, names),
  );
}
