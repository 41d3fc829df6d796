import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { createDelegation } from "../delegations/index.ts";
import { decideFact, enterFact, getFactForm } from "../facts/index.ts";
import { createCrew, setCrewMembers } from "../production/index.ts";
import { createZone } from "../zones/index.ts";
import {
  closeShift,
  findOverdueShifts,
  getShift,
  getShiftLines,
  recordDowntime,
  reopenShift,
} from "./index.ts";

const TODAY = "2026-09-08";
let world: World;
let here: TestObject;
let foreman: UserActor;

beforeAll(async () => {
  world = await createTestWorld();
  foreman = await world.as("construction_itr");
});
afterAll(() => world.close());
beforeEach(async () => {
  here = await world.createTestObject();
});

const at = async (actor: UserActor, now = world.now) => world.ctx(await world.again(actor), { now });
const enter = async (actor: UserActor, floor: string, more: object = {}) =>
  enterFact.run(await at(actor), {
    objectId: here.id,
    floorVolumeId: here.cell("Юг", floor, "МОД"),
    date: TODAY,
    quantity: "1",
    ...more,
  });

const zoneOf = async ({ id: foremanId }: UserActor) => {
  const [facadeId, floorId] = [here.facadeId("Юг"), here.floorId("1")];
  const zone = { name: "Ю-1", facadeId, fromFloorId: floorId, toFloorId: floorId, foremanId };
  await createZone.run(world.ctx(await world.as("admin")), { objectId: here.id, ...zone });
};

test("an installer is shown the lines of their crew alone", async () => {
  const installer = await world.createUser({ role: "installer" });
  here = await world.createTestObject({ members: [{ actor: installer, roles: ["installer"] }] });
  const admin = world.ctx(await world.as("admin"));
  const crew = async (name: string) =>
    createCrew.run(admin, { code: `${name}-${here.id}`, name, lead: name, size: 4, objectId: here.id });
  const [ours, theirs] = [await crew("Наши"), await crew("Другие")];
  await setCrewMembers.run(admin, { crewId: ours.id, userIds: [installer.id] });
  await enter(foreman, "1", { crewId: ours.id });
  const foreign = here.cell("Юг", "1", "КРН-Н");
  await enter(foreman, "2", { crewId: theirs.id, floorVolumeId: foreign });
  const silentOf = async (actor: UserActor) => {
    const now = new Date(world.now.getTime() + 86_400_000);
    const { silent } = await getShiftLines.run(await at(actor, now), { objectId: here.id });
    return silent.map(({ floorVolumeId }) => floorVolumeId);
  };
  const [mine, all] = [await silentOf(installer), await silentOf(foreman)];
  expect(mine).toContain(here.cell("Юг", "1", "МОД"));
  expect(mine).not.toContain(foreign);
  expect(all).toEqual(expect.arrayContaining([here.cell("Юг", "1", "МОД"), foreign]));
  const { crews, part } = await getShift.run(await at(installer), { objectId: here.id });
  expect(crews.map(({ id }) => id)).toEqual([ours.id]);
  expect(part?.canClose).toBe(false);
  const before = await world.traces();
  const idle = async (reason: object, party?: "customer") =>
    recordDowntime.run(await at(installer), {
      objectId: here.id,
      crews: [{ crewId: ours.id }],
      reason: reason as { code: "no_people" },
      ...(party === undefined ? {} : { party }),
    });
  expect(fieldsOf(await refusalOf(idle({ code: "no_people" }, "customer")))).toEqual([
    "party: party_by_reason",
  ]);
  expect(fieldsOf(await refusalOf(idle({ code: "other", text: "\u200b\u2060" })))).toEqual([
    "reason: reason_words",
  ]);
  expect(await world.traces()).toEqual(before);
});

test("a deputy who leads no zone closes the part of whom they stand in for", async () => {
  const deputy = await world.createUser({ role: "supply" });
  await zoneOf(foreman);
  await createDelegation.run(world.ctx(foreman), { deputyId: deputy.id, fromDay: TODAY, toDay: TODAY });
  const before = await getShift.run(await at(foreman), { objectId: here.id });
  expect(before.parts.map((one) => one.foreman?.id ?? null)).toEqual([foreman.id, null]);
  const { part } = await getShift.run(await at(deputy), { objectId: here.id });
  expect(part).toMatchObject({ foreman: { id: foreman.id }, canClose: true });
  const rest = { code: "not_worked" as const };
  const closing = await closeShift.run(await at(deputy), { objectId: here.id, date: TODAY, rest });
  expect(closing).toMatchObject({ foremanId: foreman.id, by: deputy.id });
  const told = await world.db.sql`select action, on_behalf_of from audit_log
    where entity_type = 'shift_closing' and entity_id = ${closing.id}`;
  expect(told).toMatchObject([{ on_behalf_of: foreman.id }]);
});

test("a deputyship of one object gives no part of another, and who leads no zone has no part", async () => {
  const elsewhere = await world.createTestObject();
  const deputy = await world.createUser({ role: "supply" });
  here = await world.createTestObject({ members: [{ actor: deputy, roles: ["supply"] }] });
  await zoneOf(foreman);
  const days = { fromDay: TODAY, toDay: TODAY, objectId: elsewhere.id };
  await createDelegation.run(world.ctx(foreman), { deputyId: deputy.id, ...days });
  const seen = await getShift.run(await at(deputy), { objectId: here.id });
  const none = { foreman: null, canClose: false };
  expect(seen).toMatchObject({ part: null, parts: [{ foreman: { id: foreman.id }, canClose: false }, none] });
  const traces = await world.traces();
  const rest = { code: "not_worked" as const };
  const close = async (actor: UserActor, more: object = {}) =>
    closeShift.run(await at(actor), { objectId: here.id, date: TODAY, rest, ...more });
  expect((await refusalOf(close(deputy, { foremanId: foreman.id }))).code).toBe("forbidden");
  const manager = await world.as("project_manager");
  const managers = await getShift.run(await at(manager), { objectId: here.id });
  expect(managers).toMatchObject({ part: null, parts: [{ canClose: true }, { canClose: true }] });
  expect(await refusalOf(close(manager))).toMatchObject({ details: { sentence: "leads_no_part" } });
  expect(await world.traces()).toEqual(traces);
  await close(manager, { foremanId: foreman.id });
  const after = await getShift.run(await at(manager), { objectId: here.id });
  const silent = after.parts[0]?.closing?.silent ?? [];
  expect(silent.length).toBeGreaterThan(0);
  expect(silent[0]).toMatchObject({ code: "not_worked", facade: "Юг", floor: "1" });
});

test("a part cannot be opened again once a fact in its zone is confirmed, whoever entered it", async () => {
  await zoneOf(foreman);
  const manager = await world.as("project_manager");
  const pto = await world.as("pto");
  const { fact } = await enter(manager, "1");
  const rest = { code: "not_worked" as const };
  const { id: closingId } = await closeShift.run(await at(foreman), { objectId: here.id, date: TODAY, rest });
  await decideFact.run(await at(pto), { factId: fact.id, version: 1, move: "confirm" });
  const before = await world.traces();
  const open = async () => reopenShift.run(await at(foreman), { closingId, version: 1 });
  expect(await refusalOf(open())).toMatchObject({ details: { sentence: "shift_confirmed" } });
  expect(await world.traces()).toEqual(before);
});

test("what was opened again closes itself at 12:00 of the working day after it was opened; nights do too", async () => {
  const rest = { code: "not_worked" as const };
  const noon = (day: string) => new Date(`${day}T12:00:00+03:00`);
  const due = async (day: string) =>
    (await findOverdueShifts(world.db, noon(day))).filter(({ objectId }) => objectId === here.id);
  const { id: closingId } = await closeShift.run(await at(foreman), { objectId: here.id, date: TODAY, rest });
  await reopenShift.run(await at(foreman, new Date("2026-09-09T08:00:00Z")), { closingId, version: 1 });
  const day = { objectId: here.id, date: TODAY, shift: "day", foremanId: null };
  expect(await due("2026-09-09")).toEqual([]);
  expect(await due("2026-09-10")).toContainEqual(day);
  await enter(foreman, "2", { shift: "night" });
  expect(await due("2026-09-09")).toEqual([{ ...day, shift: "night" }]);
});

describe("a night", () => {
  /** 23:00 in Moscow on the day, and hours of the morning after it. */
  const NIGHT = new Date("2026-09-08T20:00:00Z");
  const morning = (time: string) => new Date(`2026-09-09T${time}:00+03:00`);
  const formAt = async (actor: UserActor, now: Date, more: object = {}) => {
    const form = await getFactForm.run(await at(actor, now), { objectId: here.id, ...more });
    return { date: form.date, shift: form.shift };
  };

  test("has the lines that were worked at night, and the day keeps its own", async () => {
    await enter(foreman, "1");
    await enter(foreman, "2", { shift: "night" });
    const lines = async (shift: "day" | "night") =>
      getShiftLines.run(await at(foreman), { objectId: here.id, date: TODAY, shift });
    const night = await lines("night");
    expect(night.lines).toEqual({ entered: 1, total: 1 });
    const day = await lines("day");
    expect(day.lines.entered).toBe(1);
    expect(day.silent.map(({ floorVolumeId }) => floorVolumeId)).toContain(here.cell("Юг", "2", "МОД"));
    const closeNight = async (now?: Date) =>
      closeShift.run(await at(foreman, now), { objectId: here.id, date: TODAY, shift: "night" });
    const early = await world.traces();
    expect(await refusalOf(closeNight())).toMatchObject({ details: { sentence: "shift_not_begun" } });
    expect(await world.traces()).toEqual(early);
    const closing = await closeNight(NIGHT);
    expect(closing).toMatchObject({ shift: "night", silent: 0 });
    const open = async () => closeShift.run(await at(foreman), { objectId: here.id, date: TODAY });
    const before = await world.traces();
    expect(fieldsOf(await refusalOf(open()))).toEqual(["answers: lines_unanswered"]);
    expect(await world.traces()).toEqual(before);
  });

  test("stays on the form until two hours after its end, for who entered nights lately", async () => {
    expect(await formAt(foreman, NIGHT)).toEqual({ date: TODAY, shift: "day" });
    await enter(foreman, "1", { shift: "night" });
    const night = { date: TODAY, shift: "night" };
    for (const now of [NIGHT, morning("03:00"), morning("06:30"), morning("07:59")])
      expect(await formAt(foreman, now), now.toISOString()).toEqual(night);
    expect(await formAt(foreman, morning("08:00"))).toEqual({ date: "2026-09-09", shift: "day" });
    expect(await formAt(foreman, NIGHT, { shift: "day" })).toEqual({ date: TODAY, shift: "day" });
    const other = await world.as("project_manager");
    expect(await formAt(other, morning("06:30"))).toEqual({ date: "2026-09-09", shift: "day" });
    expect(await formAt(foreman, new Date(NIGHT.getTime() + 8 * 86_400_000))).toMatchObject({ shift: "day" });
  });
});
