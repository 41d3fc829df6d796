import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type World } from "../../testing/index.ts";
import { byShift, type DueRow, type PacedRow, type ScheduleDeps, sweepSchedule } from "./index.ts";

let world: World;
const warnings: string[] = [];

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const depsAt = (instant: string): ScheduleDeps => ({
  db: world.db,
  now: () => new Date(instant),
  warn: (message, error) => warnings.push(`${message}: ${String(error)}`),
});
const rowOf = (name: string, more: Partial<DueRow> = {}): DueRow => ({
  job: name,
  event: "task.created",
  about: "object",
  lateMinutes: 60,
  due: byShift("start", -45),
  ...more,
});
const readOfficeDays = () => Promise.resolve([]);
const sweep = (instant: string, row: DueRow | PacedRow) =>
  sweepSchedule(depsAt(instant), {
    due: "due" in row ? [row] : [],
    paced: "work" in row ? [row] : [],
    readOfficeDays,
  });
const told = async (name: string) =>
  world.db.read<{ object: number; day: string }>(
    `select x.object_id as object, x.payload->>'day' as day from outbox x
     where exists (select from schedule_claims c where c.job = $1 and c.object_id = x.object_id
       and c.slot = x.payload->>'day' and x.created_at = c.at) order by x.id`,
    [name],
  );

test("45 minutes before the shift, in the time zone of the object, on its working days", async () => {
  const moscow = await world.createTestObject({ volumes: [] });
  const east = await world.createTestObject({
    volumes: [],
    passport: { name: "Камчатка", timeZone: "Asia/Kamchatka" },
  });
  const row = rowOf("by-zone");
  // 07:14 and 07:15 in Kamchatka of Wednesday, which is Tuesday evening in Moscow.
  expect(await sweep("2026-09-08T19:14:59Z", row)).toEqual({});
  expect(await sweep("2026-09-08T19:15:00Z", row)).toEqual({ "by-zone": { told: 1 } });
  expect(await sweep("2026-09-09T04:14:59Z", row)).toEqual({});
  expect(await sweep("2026-09-09T04:15:00Z", row)).toEqual({ "by-zone": { told: 1 } });
  expect(await told("by-zone")).toEqual([
    { object: east.id, day: "2026-09-09" },
    { object: moscow.id, day: "2026-09-09" },
  ]);
  // Sunday is a day off of both.
  expect(await sweep("2026-09-12T19:15:00Z", row)).toEqual({});
  expect(await sweep("2026-09-13T04:15:00Z", row)).toEqual({});
});

test("33: two schedulers sweep at once, and each thing is told once", async () => {
  const row = rowOf("at-once");
  const sweeps = await Promise.all([1, 2, 3, 4].map(() => sweep("2026-09-10T04:20:00Z", row)));
  expect(sweeps.map((swept) => swept["at-once"]?.["told"] ?? 0).reduce((sum, one) => sum + one)).toBe(1);
  expect(await sweep("2026-09-10T04:50:00Z", row)).toEqual({});
});

test("a sweep that dies in the middle leaves no claim, and is made up", async () => {
  const broken = rowOf("dies", {
    due: byShift("start", -45).replace("o.id as entity_id", "null as entity_id"),
  });
  expect(await sweep("2026-09-10T04:20:00Z", broken)).toEqual({});
  expect(warnings.at(-1)).toContain("dies of the schedule failed");
  expect(await sweep("2026-09-10T04:21:00Z", rowOf("dies"))).toEqual({ dies: { told: 1 } });
});

test("what is too late is not made up", async () => {
  expect(await sweep("2026-09-10T05:15:00Z", rowOf("late"))).toEqual({});
  expect(await sweep("2026-09-10T05:14:59Z", rowOf("late"))).toEqual({ late: { told: 1 } });
});

test("at 23:59 and on 31 December the day is that of the shift, in UTC+3 and UTC+12", async () => {
  await world.db.sql`update objects set shift_start = '16:00', shift_end = '00:14'`;
  const everyDay = rowOf("new-year", {
    due: byShift("end", -15).replace(
      "join object_workdays w on w.object_id = o.id\n    and",
      "join (select distinct day from object_workdays union select '2026-12-31'::date) w on",
    ),
  });
  expect(await sweep("2026-12-31T11:58:59Z", everyDay)).toEqual({});
  expect(await sweep("2026-12-31T11:59:00Z", everyDay)).toEqual({ "new-year": { told: 1 } });
  expect(await sweep("2026-12-31T20:58:59Z", everyDay)).toEqual({});
  expect(await sweep("2026-12-31T20:59:00Z", everyDay)).toEqual({ "new-year": { told: 1 } });
  expect((await told("new-year")).map(({ day }) => day)).toEqual(["2026-12-31", "2026-12-31"]);
});

test("a paced row runs once a period, and a failure of one keeps no other from running", async () => {
  let runs = 0;
  const paced = (name: string, work: PacedRow["work"]): PacedRow => ({ job: name, everyMinutes: 15, work });
  const schedule = {
    due: [],
    paced: [
      paced("fails", () => Promise.reject(new Error("no"))),
      paced("works", async () => ({ runs: (runs += 1) })),
    ],
    readOfficeDays,
  };
  const at = (instant: string) => sweepSchedule(depsAt(instant), schedule);
  await Promise.all([at("2026-09-10T04:15:00Z"), at("2026-09-10T04:16:00Z"), at("2026-09-10T04:29:59Z")]);
  expect(runs).toBe(1);
  expect(warnings.at(-1)).toBe("fails of the schedule failed: Error: no");
  await at("2026-09-10T04:30:00Z");
  expect(runs).toBe(2);
});
