import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestWorld, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { enterFact } from "../facts/index.ts";
import { readDayCard } from "../facts/read-day-card.ts";
import { createZone, updateZone } from "../zones/index.ts";
import {
  closeOverdueShift,
  closeShift,
  findOverdueShifts,
  getShift,
  getShiftLines,
  reopenShift,
} from "./index.ts";

const TODAY = "2026-09-08";
const rest = { code: "not_worked" as const };
let world: World;
let here: TestObject;
let foreman: UserActor;
let manager: UserActor;

beforeAll(async () => {
  world = await createTestWorld();
  foreman = await world.as("construction_itr");
  manager = await world.as("project_manager");
});
afterAll(() => world.close());
beforeEach(async () => {
  here = await world.createTestObject();
});

const at = async (actor: UserActor, now = world.now) => world.ctx(await world.again(actor), { now });
const lead = async (facade = "Юг", foremanId: number | null = foreman.id) => {
  const [facadeId, floorId] = [here.facadeId(facade), here.floorId("1")];
  const zone = { name: facade, facadeId, fromFloorId: floorId, toFloorId: here.floorId("2"), foremanId };
  await createZone.run(world.ctx(await world.as("admin")), { objectId: here.id, ...zone });
};
const close = async (actor: UserActor, more: object = {}, now = world.now) =>
  closeShift.run(await at(actor, now), { objectId: here.id, date: TODAY, rest, ...more });
const linesOf = async (foremanId: number) =>
  (await getShiftLines.run(await at(manager), { objectId: here.id, date: TODAY, foremanId })).silent.map(
    ({ facade }) => facade,
  );
const cardOf = () => readDayCard(world.db, { objectId: here.id, date: TODAY, now: world.now });
const overdue = async (now: Date) =>
  (await findOverdueShifts(world.db, now)).filter(({ objectId }) => objectId === here.id);

test("lines outside the zones of foremen are a part of their own, which the project manager closes", async () => {
  await lead();
  await lead("Запад", null);
  expect(new Set(await linesOf(foreman.id))).toEqual(new Set(["Юг"]));
  const left = await linesOf(0);
  expect(left).toContain("Запад");
  expect(left).not.toContain("Юг");
  await close(foreman);
  const { parts, closed } = await cardOf();
  expect({ parts, closed }).toMatchObject({ parts: { closed: 1, total: 2, open: [null] }, closed: false });
  const before = await world.traces();
  const byForeman = await refusalOf(close(foreman, { foremanId: null }));
  expect(byForeman).toMatchObject({ code: "forbidden", details: { sentence: "only_own_part" } });
  expect(await world.traces()).toEqual(before);
  expect(await close(manager, { foremanId: null })).toMatchObject({ foremanId: null, silent: left.length });
  expect((await cardOf()).closed).toBe(true);
  const [row] = await world.db.read<{ whole: boolean }>(
    "select whole from shift_closings where object_id = $1 and foreman_id is null",
    [here.id],
  );
  expect(row).toEqual({ whole: false });
});

test("what nobody leads closes itself too, without the foreman's part", async () => {
  await lead();
  const noon = new Date("2026-09-09T09:00:00Z");
  await close(foreman);
  const [due, ...more] = await overdue(noon);
  expect(more).toEqual([]);
  expect(due).toMatchObject({ date: TODAY, foremanId: null });
  if (due === undefined) throw new Error("nothing is due");
  await closeOverdueShift.run(
    { ...world.ctx(manager), actor: world.job("closings", "settings.manage"), now: noon },
    due,
  );
  expect(await overdue(noon)).toEqual([]);
});

test("who worked outside their zone answers for that work; the rest has none of it", async () => {
  await lead();
  const floorVolumeId = here.cell("Запад", "1", "МОД");
  await enterFact.run(await at(foreman), { objectId: here.id, floorVolumeId, date: TODAY, quantity: "1" });
  const [own, left] = [await linesOf(foreman.id), await linesOf(0)];
  expect(own).toContain("Запад");
  const works = async (id: number) =>
    (
      await getShiftLines.run(await at(manager), { objectId: here.id, date: TODAY, foremanId: id })
    ).silent.map(({ floorVolumeId: line }) => line);
  const [mine, rests] = [await works(foreman.id), await works(0)];
  expect(rests.filter((line) => mine.includes(line))).toEqual([]);
  const { entered, total } = await cardOf();
  expect({ entered, total }).toEqual({ entered: 1, total: 1 + own.length + left.length });
});

test("a shift that was closed as a whole stays closed for foremen of later zones", async () => {
  await close(foreman);
  await lead();
  const { parts, closed } = await cardOf();
  expect({ total: parts.total, closed }).toEqual({ total: 2, closed: true });
  expect((await overdue(new Date("2026-09-09T09:00:00Z"))).filter(({ date }) => date === TODAY)).toEqual([]);
});

test("a part that was closed stays a part after its zone has another foreman", async () => {
  const other = await world.createUser({ fullName: "Антон Жилин" });
  here = await world.createTestObject({ members: [{ actor: other, roles: ["construction_itr"] }] });
  await lead();
  await close(foreman);
  await world.db.sql`update zones set foreman_id = ${other.id} where object_id = ${here.id}`;
  const { parts } = await cardOf();
  expect(parts).toMatchObject({ closed: 1, total: 3, open: ["Антон Жилин", null] });
});

test("a zone that is left, or given to another, changes nothing of the shifts before", async () => {
  const other = await world.createUser();
  here = await world.createTestObject({ members: [{ actor: other, roles: ["construction_itr"] }] });
  await lead();
  await close(foreman);
  await close(manager, { foremanId: null });
  const before = await cardOf();
  const tomorrow = new Date("2026-09-09T07:00:00Z");
  const noon = new Date("2026-09-09T09:00:00Z");
  for (const foremanId of [null, other.id]) {
    const [zone] = await world.db.read<{ id: number; version: number }>(
      "select id, version from zones where object_id = $1",
      [here.id],
    );
    const given = { zoneId: zone?.id ?? 0, version: zone?.version ?? 0, foremanId };
    await updateZone.run(await at(manager, tomorrow), given);
    expect((await cardOf()).parts).toEqual(before.parts);
    expect((await overdue(noon)).filter(({ date }) => date <= TODAY)).toEqual([]);
  }
});

test("who may not close a day any more does not open it either, and is offered neither", async () => {
  const { id: closingId } = await close(foreman);
  const later = new Date("2026-10-29T09:00:00Z");
  const shown = async (actor: UserActor) =>
    (await getShift.run(await at(actor, later), { objectId: here.id, date: TODAY })).part?.closing?.canReopen;
  expect(await shown(foreman)).toBe(false);
  expect(await shown(manager)).toBe(true);
  const before = await world.traces();
  const open = async (actor: UserActor) => reopenShift.run(await at(actor, later), { closingId, version: 1 });
  expect(await refusalOf(open(foreman))).toMatchObject({ details: { sentence: "shift_day_closed" } });
  expect(await world.traces()).toEqual(before);
  await open(manager);
  expect(await close(manager, {}, later)).toMatchObject({ date: TODAY });
});

test("a night begins at the hour of night work, not when the day shift ends", async () => {
  const night = { objectId: here.id, date: TODAY, shift: "night" as const };
  const early = new Date("2026-09-08T18:33:00+03:00");
  await enterFact.run(await at(foreman, early), {
    ...night,
    floorVolumeId: here.cell("Юг", "1", "МОД"),
    quantity: "1",
  });
  const closeNight = async (now: Date) => closeShift.run(await at(foreman, now), { ...night, rest });
  const before = await world.traces();
  expect(await refusalOf(closeNight(early))).toMatchObject({ details: { sentence: "shift_not_begun" } });
  expect(await world.traces()).toEqual(before);
  expect(await closeNight(new Date("2026-09-08T22:00:00+03:00"))).toMatchObject({ shift: "night" });
});

test("working days of an outage close themselves too, those before the first closing do not", async () => {
  await close(foreman);
  const days = (await overdue(new Date("2026-09-14T09:00:00Z"))).map(({ date }) => date);
  // Sunday, the 13th, is a day off.
  expect(days).toEqual(["2026-09-09", "2026-09-10", "2026-09-11", "2026-09-12"]);
  const start = [
    "object",
    here.id,
    here.id,
    "resume",
    "on_hold",
    "active",
    manager.id,
    "2026-09-11T06:00:00Z",
  ];
  await world.db.read(
    `insert into entity_moves (entity_type, entity_id, object_id, move, "from", "to", by_id, at, before)
     values ($1, $2, $3, $4, $5, $6, $7, $8, '{}')`,
    start,
  );
  const since = (await overdue(new Date("2026-09-14T09:00:00Z"))).map(({ date }) => date);
  expect(since).toEqual(["2026-09-11", "2026-09-12"]);
});
