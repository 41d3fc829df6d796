import { suggestedReason } from "@stsphera/contracts/shifts/suggested-reason";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { decideFact, enterFact } from "../facts/index.ts";
import { createCrew } from "../production/index.ts";
import { createZone } from "../zones/index.ts";
import { type TestObject, createTestWorld, fieldsOf, refusalOf, type World } from "../../testing/index.ts";
import {
  closeOverdueShift,
  closeShift,
  findOverdueShifts,
  getShift,
  getShiftLines,
  listShiftRecords,
  recordDowntime,
  recordShiftNote,
  reopenShift,
  withdrawShiftRecord,
} from "./index.ts";

const TODAY = "2026-09-08";
let world: World;
let here: TestObject;
let crewId: number;
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
  const crew = { name: "Модули-1", lead: "Виталий Громов", size: 8 };
  const admin = world.ctx(await world.as("admin"));
  ({ id: crewId } = await createCrew.run(admin, { ...crew, code: `БР-${here.id}`, objectId: here.id }));
});

const at = async (actor: UserActor, minutes = 0) =>
  world.ctx(await world.again(actor), { now: new Date(world.now.getTime() + minutes * 60_000) });
const idle = async (more: object = {}, minutes = 0) =>
  recordDowntime.run(await at(foreman, minutes), {
    objectId: here.id,
    crews: [{ crewId }],
    reason: { code: "weather_wind" },
    ...more,
  });
const refuses = async (work: () => Promise<unknown>) => {
  const before = await world.traces();
  const refused = await refusalOf(work());
  expect(await world.traces()).toEqual(before);
  return refused;
};
const shiftFor = async (actor: UserActor, more: object = {}) =>
  getShift.run(await at(actor), { objectId: here.id, ...more });

describe("a crew is not idle for a whole shift and working in it", () => {
  const work = async (more: object = {}) =>
    enterFact.run(await at(foreman), {
      objectId: here.id,
      floorVolumeId: here.cell("Юг", "1", "МОД"),
      date: TODAY,
      quantity: "5",
      crewId,
      ...more,
    } as never);

  test("idle time of the whole shift is refused after work, a part of it is not", async () => {
    await work();
    const refused = await refuses(() => idle());
    expect(fieldsOf(refused)).toEqual(["crews.0.hours: crew_worked_in_shift"]);
    await idle({ crews: [{ crewId, hours: "3" }] });
    await idle({ shift: "night" });
  });

  test("work is refused after idle time of the whole shift, until that is taken back or shorter", async () => {
    const { id: recordId } = await idle();
    expect(fieldsOf(await refuses(() => work()))).toEqual(["crewId: crew_idle_whole_shift"]);
    await work({ crewId: undefined });
    await withdrawShiftRecord.run(await at(foreman, 1), { recordId, version: 1 });
    await idle({ crews: [{ crewId, hours: "4" }] }, 2);
    await work({ confirmDuplicate: true });
  });
});

describe("idle time", () => {
  test("is recorded for the whole crew unless said, with who answers for it", async () => {
    const record = await idle({ crews: [{ crewId, hours: "4" }] });
    expect(record).toMatchObject({
      date: TODAY,
      kind: "downtime",
      code: "weather_wind",
      party: "force_majeure",
      manHours: "32",
      crews: [{ id: crewId, workers: 8, hours: "4" }],
      author: { id: foreman.id },
      withdrawn: null,
    });
    expect(
      (
        await idle({
          reason: { code: "no_material" },
          party: "own_production",
          crews: [{ crewId, hours: "4" }],
        })
      ).party,
    ).toBe("own_production");
  });

  test("needs words for another reason, a crew of the object, and at most the hours of the shift", async () => {
    expect(fieldsOf(await refuses(() => idle({ reason: { code: "other" } })))).toEqual([
      "reason: reason_words",
    ]);
    const other = await world.createTestObject();
    const admin = world.ctx(await world.as("admin"));
    const foreign = await createCrew.run(admin, {
      code: `Ч-${other.id}`,
      name: "Модули",
      lead: "Антон Жилин",
      size: 4,
      objectId: other.id,
    });
    expect(fieldsOf(await refuses(() => idle({ crews: [{ crewId: foreign.id }] })))).toEqual([
      "crews.0.crewId: unknown_crew",
    ]);
    expect(fieldsOf(await refuses(() => idle({ crews: [{ crewId }, { crewId }] })))).toEqual([
      "crews.1.crewId: crew_twice",
    ]);
    await idle({ crews: [{ crewId, hours: "5" }] });
    const rain = { reason: { code: "weather_rain" } };
    expect(fieldsOf(await refuses(() => idle({ ...rain, crews: [{ crewId, hours: "3.5" }] })))).toEqual([
      "crews.0.hours: crew_hours_over_shift",
    ]);
    expect(await idle({ ...rain, crews: [{ crewId, hours: "3" }] })).toMatchObject({ manHours: "24" });
    expect((await idle({ shift: "night" })).shift).toBe("night");
    expect(fieldsOf(await refuses(() => idle({ date: "2026-09-09" })))).toEqual(["date: date_future"]);
  });

  test("makes sense: nothing twice, no more people than the crew has, nobody who cannot answer for it", async () => {
    await idle({ crews: [{ crewId, hours: "2" }] });
    const twice = await refuses(() => idle({ crews: [{ crewId, hours: "2" }] }));
    expect(fieldsOf(twice)).toEqual(["crews.0.crewId: crew_recorded_already"]);
    const reason = { code: "no_people" };
    const crowd = [{ crewId, workers: 9, hours: "2" }];
    expect(fieldsOf(await refuses(() => idle({ reason, crews: crowd })))).toEqual([
      "crews.0.workers: crew_workers_over",
    ]);
    expect(
      fieldsOf(await refuses(() => idle({ reason, party: "customer", crews: [{ crewId, hours: "2" }] }))),
    ).toEqual(["party: party_not_of_reason"]);
    const words = { code: "no_people", text: "с чужой бригадой" };
    expect((await idle({ reason: words, crews: crowd })).crews).toMatchObject([{ workers: 9 }]);
  });

  test("is taken back by its author within ten minutes, later by the manager with a reason, and stays marked", async () => {
    const first = await idle();
    const back = await withdrawShiftRecord.run(await at(foreman, 9), { recordId: first.id, version: 1 });
    expect(back).toMatchObject({ version: 2, withdrawn: { by: { id: foreman.id }, reason: null } });
    const again = async () =>
      withdrawShiftRecord.run(await at(foreman, 9), { recordId: first.id, version: 2 });
    expect(await refuses(again)).toMatchObject({ details: { sentence: "record_withdrawn" } });

    const second = await idle();
    const late = async () =>
      withdrawShiftRecord.run(await at(foreman, 11), { recordId: second.id, version: 1 });
    expect(await refuses(late)).toMatchObject({
      code: "conflict",
      details: { sentence: "record_undo_over" },
    });
    const silent = async () =>
      withdrawShiftRecord.run(await at(manager, 11), { recordId: second.id, version: 1 });
    expect(fieldsOf(await refuses(silent))).toEqual(["reason: withdraw_reason"]);
    const withdrawn = await withdrawShiftRecord.run(await at(manager, 11), {
      recordId: second.id,
      version: 1,
      reason: "стояла другая бригада",
    });
    expect(withdrawn.withdrawn).toMatchObject({ by: { id: manager.id }, reason: "стояла другая бригада" });
    expect((await shiftFor(manager)).records).toEqual([]);
    const page = await listShiftRecords.run(await at(manager), { objectId: here.id });
    expect(page.items).toHaveLength(2);
  });

  test("installers record and see their own crew's alone, observers nothing", async () => {
    await idle();
    const installer = await world.as("installer");
    expect((await shiftFor(installer)).records).toEqual([]);
    const own = async () =>
      recordShiftNote.run(await at(installer), {
        objectId: here.id,
        crews: [{ crewId }],
        activity: "cleaning",
      });
    expect((await refuses(own)).code).toBe("forbidden");
    const viewer = await world.as("viewer");
    expect((await refusalOf(shiftFor(viewer))).code).toBe("forbidden");
  });
});

describe("closing a shift", () => {
  const close = async (more: object = {}, actor = foreman) =>
    closeShift.run(await at(actor), { objectId: here.id, date: TODAY, ...more });
  const enter = async (actor = foreman) =>
    enterFact.run(await at(actor), {
      objectId: here.id,
      floorVolumeId: here.cell("Юг", "1", "МОД"),
      date: TODAY,
      quantity: "3",
      crewId,
    });

  test("needs a reason for each line without a fact, and suggests that of the idle crew", async () => {
    await enter();
    await idle({ crews: [{ crewId, hours: "4" }] });
    const part = await getShiftLines.run(await at(foreman), { objectId: here.id });
    expect(part.lines.entered).toBe(1);
    expect(part.silent.length).toBe(part.lines.total - 1);
    expect(part.silent.length).toBeGreaterThan(0);
    const refused = await refuses(() => close());
    expect(fieldsOf(refused)).toEqual(["answers: lines_unanswered"]);
    expect(refused.details.values).toEqual({ count: part.silent.length });
    const { records } = await shiftFor(foreman);
    expect(suggestedReason({ crewId }, records)).toBe("weather_wind");
    expect(suggestedReason({ crewId: null }, records)).toBeNull();
    const inWords = records.map((record) => ({ ...record, code: "other" as const }));
    expect(suggestedReason({ crewId }, inWords)).toBeNull();
    const closed = await close({ rest: { code: "not_worked" } });
    expect(closed).toMatchObject({ by: foreman.id, silent: part.silent.length, reopenedAt: null });
    const after = await shiftFor(foreman);
    expect(after.part).toMatchObject({
      closing: { by: { id: foreman.id }, canReopen: true },
      canClose: false,
    });
    expect(await refuses(() => close({ rest: { code: "not_worked" } }))).toMatchObject({
      details: { sentence: "shift_closed_already" },
    });
  });

  test("each foreman closes the part of their zones; only the manager closes another's", async () => {
    const second = await world.createUser();
    const shared = await world.createTestObject({
      members: [{ actor: second, roles: ["construction_itr"] }],
    });
    here = shared;
    const admin = world.ctx(await world.as("admin"));
    for (const [name, foremanId] of [
      ["Ю-1", foreman.id],
      ["Ю-2", second.id],
    ] as const) {
      const place = {
        facadeId: here.facadeId("Юг"),
        fromFloorId: here.floorId("1"),
        toFloorId: here.floorId("1"),
      };
      await createZone.run(admin, { objectId: here.id, name, ...place, foremanId });
    }
    const rest = { code: "not_worked" as const };
    const foreign = await refuses(() => close({ rest, foremanId: second.id }));
    expect(foreign).toMatchObject({ code: "forbidden", details: { sentence: "only_own_part" } });
    const viewer = await world.as("viewer");
    expect(fieldsOf(await refuses(() => close({ rest, foremanId: viewer.id }, manager)))).toEqual([
      "foremanId: person_lacks_right",
    ]);
    await close({ rest });
    await close({ rest, foremanId: second.id }, manager);
    const { parts } = await shiftFor(manager);
    const led = parts.filter((part) => part.foreman !== null);
    expect(led.map(({ closing }) => closing?.by?.id).sort()).toEqual([foreman.id, manager.id].sort());
  });

  test("is opened again until its facts are confirmed", async () => {
    const { fact } = await enter();
    const first = await close({ rest: { code: "not_worked" } });
    const open = async (closingId: number) => reopenShift.run(await at(foreman), { closingId, version: 1 });
    expect((await open(first.id)).reopenedAt).not.toBeNull();
    expect(await refuses(() => open(first.id))).toMatchObject({ code: "version_conflict" });
    const second = await close({ rest: { code: "not_worked" } });
    await decideFact.run(await at(manager), { factId: fact.id, version: 1, move: "confirm" });
    expect((await shiftFor(foreman)).part?.closing).toMatchObject({ canReopen: false });
    expect(await refuses(() => open(second.id))).toMatchObject({ details: { sentence: "shift_confirmed" } });
  });

  test("two foremen who close one part in parallel close it once", async () => {
    const rest = { code: "not_worked" as const };
    const both = await Promise.allSettled([close({ rest }), close({ rest })]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("closes itself at 12:00 of the next working day, marked, once", async () => {
    const actor = { kind: "system", job: "shift-closings", permissions: ["settings.manage"] } as const;
    const noon = new Date("2026-09-09T09:00:00Z");
    const before = await findOverdueShifts(world.db, new Date("2026-09-09T08:59:00Z"));
    expect(before.filter(({ objectId, date }) => objectId === here.id && date === TODAY)).toEqual([]);
    const due = (await findOverdueShifts(world.db, noon)).filter(({ objectId }) => objectId === here.id);
    expect(due).toEqual([{ objectId: here.id, date: TODAY, shift: "day", foremanId: null }]);
    const ctx = { ...world.ctx(foreman), actor, now: noon };
    const [overdue] = due;
    if (overdue === undefined) throw new Error("nothing is due");
    expect(await closeOverdueShift.run(ctx, overdue)).toMatchObject({ by: null, date: TODAY });
    expect((await refusalOf(closeOverdueShift.run(ctx, overdue))).code).toBe("not_found");
    const { part } = await shiftFor(foreman, { date: TODAY });
    expect(part?.closing).toMatchObject({ by: null, canReopen: true });
  });
});
