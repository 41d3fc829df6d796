import type { ObjectBreakdown } from "@stsphera/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type World } from "../../testing/index.ts";
import { enterFact } from "../facts/index.ts";
import { getObjectDashboard } from "../objects/index.ts";
import { getObjectBreakdown } from "./get-object-breakdown.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const VOLUMES = [
  { facade: "Юг", work: "МОД", planQty: "50", planFinish: "2026-09-25" },
  { facade: "Запад", work: "УТП", planQty: "40", planFinish: "2026-09-11" },
].map((volume) => ({ ...volume, floor: "1", planStart: "2026-08-03" }));
const DAYS = ["2026-09-01", "2026-09-02", "2026-09-03", "2026-09-04", "2026-09-07"];

/** Modules go on every shift, insulation on the first alone; each with a window of its own. */
async function running() {
  const object = await world.createTestObject({
    facades: ["Юг", "Запад"],
    floors: ["1"],
    volumes: VOLUMES,
    passport: { startDate: "2026-08-03", deadline: "2026-10-30" },
    team: ["construction_itr", "viewer"],
  });
  const foreman = world.ctx(await world.as("construction_itr"));
  for (const [at, date] of DAYS.entries()) {
    const ctx = { ...foreman, now: new Date(`${date}T14:00:00.000Z`) };
    const line = { objectId: object.id, date };
    await enterFact.run(ctx, { ...line, floorVolumeId: object.cell("Юг", "1", "МОД"), quantity: "2" });
    if (at > 0) continue;
    await enterFact.run(ctx, { ...line, floorVolumeId: object.cell("Запад", "1", "УТП"), quantity: "4" });
  }
  return object;
}
const workOf = (answer: ObjectBreakdown, code: string) => answer.works.find((work) => work.code === code);

test("a work's rate runs to its own finish, and its pace counts the shifts it was not worked in", async () => {
  const { id: objectId } = await running();
  const ctx = world.ctx(await world.as("project_manager"));
  const answer = await getObjectBreakdown.run(ctx, { objectId });
  // Today is Tuesday, 2026-09-08: fifteen working days of a six-day week through the 25th, three through the 11th.
  expect(workOf(answer, "МОД")).toMatchObject({
    finish: "2026-09-25",
    pace: { needed: "2.7", reached: "2", shiftsLeft: 15, worked: 5, date: "2026-10-01", lateDays: 6 },
  });
  expect(workOf(answer, "УТП")).toMatchObject({
    finish: "2026-09-11",
    pace: { needed: "12", reached: "0.8", shiftsLeft: 3, worked: 1 },
  });
  const dashboard = await getObjectDashboard.run(ctx, { objectId });
  expect(answer.works.map(({ id, pace }) => [id, pace?.needed, pace?.reached])).toEqual(
    dashboard.workTypes.map(({ id, rate }) => [id, rate?.needed, rate?.reached]),
  );
  expect(answer.forecast?.forecast).toEqual(dashboard.forecast);
});

test("weights add up to the whole, points to the deviation, and what works earned to what facades earned", async () => {
  const { id: objectId } = await running();
  const answer = await getObjectBreakdown.run(world.ctx(await world.as("director")), { objectId });
  const sum = (values: (string | null)[]) => values.reduce((total, value) => total + Number(value), 0);
  const deviation = Number(answer.progress.pct) - Number(answer.progress.plannedPct);
  for (const parts of [answer.works, answer.facades]) {
    expect(sum(parts.map((part) => part.weight))).toBeCloseTo(100, 0);
    expect(Math.abs(sum(parts.map((part) => part.points)) - deviation)).toBeLessThan(0.3);
  }
  const shifts = answer.forecast?.shifts ?? [];
  expect(shifts.map(({ day }) => day)).toEqual(DAYS.toReversed());
});

test("late tasks stand with the facade that they name; an observer is shown neither these nor a pace", async () => {
  const { id: objectId, facadeId } = await running();
  const { sql } = world.db;
  const { id: by } = await world.as("project_manager");
  await sql`insert into tasks (object_id, title, status, deadline, creator_id, assignee_id, created_at, status_since)
    select ${objectId}::int, title, 'in_progress', day::date, ${by}::int, ${by}::int, ${world.now}, ${world.now}
    from (values ('Вывезти бой', '2026-09-07'), ('Кронштейны Запад 1', '2026-09-01'), ('Позже', '2026-12-01')) t (title, day)`;
  const read = async (role: "director" | "viewer") =>
    getObjectBreakdown.run(world.ctx(await world.as(role)), { objectId });
  const { lateTasks } = await read("director");
  expect(lateTasks?.total).toBe(2);
  expect(lateTasks?.items.map(({ title, facadeId: of, lateDays }) => [title, of, lateDays])).toEqual([
    // The assignee, a manager, works in the office: by its days, without Saturday.
    ["Кронштейны Запад 1", facadeId("Запад"), 5],
    ["Вывезти бой", null, 1],
  ]);
  const observers = await read("viewer");
  expect(observers).not.toHaveProperty("forecast");
  expect(observers).not.toHaveProperty("lateTasks");
  expect([...observers.works, ...observers.facades].some((part) => "pace" in part)).toBe(false);
});
