import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  type TestObject,
  fieldsOf,
  createTestWorld,
  outcomes,
  refusalOf,
  type World,
} from "../../testing/index.ts";
import { createDelegation, createObjectDelegation, endDelegation, listDelegations } from "./index.ts";

let world: World;
let here: TestObject;
let foreman: UserActor;
let manager: UserActor;
let deputy: UserActor;
const DAYS = { fromDay: "2026-09-10", toDay: "2026-09-20" };

beforeAll(async () => {
  world = await createTestWorld();
  here = await world.createTestObject({ team: ["construction_itr", "pto"], volumes: [] });
  foreman = await world.as("construction_itr");
  deputy = await world.createUser({ role: "geodesist", fullName: "Денис Заместитель" });
});
beforeEach(async () => {
  await world.db.sql`delete from delegations`;
  manager = await world.as("project_manager");
});
afterAll(() => world.close());

type Options = Partial<Parameters<typeof createDelegation.run>[1]>;
const name = (principal: UserActor, options: Options = {}) =>
  createDelegation.run(world.ctx(principal), { deputyId: deputy.id, ...DAYS, ...options });
const nameThere = (
  actor: UserActor,
  options: Partial<Parameters<typeof createObjectDelegation.run>[1]> = {},
) =>
  createObjectDelegation.run(world.ctx(actor), {
    objectId: here.id,
    principalId: foreman.id,
    deputyId: deputy.id,
    ...DAYS,
    ...options,
  });

async function refusesWithoutTrace(work: () => Promise<unknown>) {
  const before = await world.traces();
  const refusal = await refusalOf(work());
  expect(await world.traces()).toEqual(before);
  return refusal;
}

test("the deputy is notified with the days", async () => {
  const { id } = await name(foreman);
  const [event] = await world.db.read<{ type: string; payload: unknown; entityId: number }>(
    `select type, payload, entity_id as "entityId" from outbox where entity_type = 'delegation'`,
    [],
  );
  expect(event).toEqual({
    type: "delegation.created",
    entityId: id,
    payload: { principalId: foreman.id, deputyId: deputy.id, ...DAYS },
  });
});

test.each([
  [{ fromDay: "2026-09-07" }, "fromDay: day_is_over"],
  [{ toDay: "2026-09-09" }, "toDay: window_order"],
  [{ fromDay: "2026-09-10", toDay: "2027-09-11" }, "toDay: delegation_too_long"],
  [{ fromDay: "2026-02-30" }, "fromDay: invalid_format"],
  [{ deputyId: 999_999 }, "deputyId: person_not_active"],
  [{ deputyId: -1 }, "deputyId: too_small"],
])("invalid days and users are refused: %o", async (options, field) => {
  expect(fieldsOf(await refusesWithoutTrace(() => name(foreman, options)))).toEqual([field]);
});

test("nobody who appoints deputies appoints himself for another, who may do it", async () => {
  const refusal = await refusesWithoutTrace(() => nameThere(manager, { deputyId: manager.id }));
  expect(fieldsOf(refusal)).toEqual(["deputyId: deputy_appoints_himself"]);
  await name(foreman, { deputyId: manager.id, objectId: here.id });
});

test("a period of 366 days is accepted, and a day begins in the user's own time zone", async () => {
  await name(foreman, { fromDay: "2026-09-08", toDay: "2027-09-08" });
  const east = await world.createUser({ role: "pto" });
  await world.db.sql`update users set time_zone = 'Pacific/Kiritimati' where id = ${east.id}`;
  const late = world.ctx(east, { now: new Date("2026-09-08T11:00:00.000Z") });
  const asked = { deputyId: deputy.id, fromDay: "2026-09-08", toDay: "2026-09-09" };
  expect(fieldsOf(await refusalOf(createDelegation.run(late, asked)))).toEqual(["fromDay: day_is_over"]);
});

test("a deputy is another active user and no observer", async () => {
  const gone = await world.createUser({ status: "deactivated" });
  const pending = await world.createUser({ role: null, status: "pending" });
  const viewer = await world.as("viewer");
  const refusals = await Promise.all(
    [foreman, gone, pending, viewer].map((who) => refusalOf(name(foreman, { deputyId: who.id }))),
  );
  expect(refusals.flatMap(fieldsOf)).toEqual([
    "deputyId: delegation_to_self",
    "deputyId: person_not_active",
    "deputyId: person_not_active",
    "deputyId: deputy_is_viewer",
  ]);
});

test("a second deputy for the same user, object and days is refused; another object or later days are accepted", async () => {
  const other = await world.createUser();
  await name(foreman);
  const again = await refusesWithoutTrace(() =>
    name(foreman, { deputyId: other.id, fromDay: "2026-09-20", toDay: "2026-09-25" }),
  );
  expect(fieldsOf(again)).toEqual(["fromDay: delegation_overlaps"]);
  expect(again.details.values).toEqual({ name: "Денис Заместитель", from: DAYS.fromDay, to: DAYS.toDay });
  await name(foreman, { deputyId: other.id, fromDay: "2026-09-21", toDay: "2026-09-25" });
  await nameThere(manager, { deputyId: other.id });
  expect(fieldsOf(await refusalOf(nameThere(manager)))).toEqual(["fromDay: delegation_overlaps"]);
});

test("an ended delegation frees its days", async () => {
  const { id, version } = await name(foreman);
  await endDelegation.run(world.ctx(foreman), { delegationId: id, version });
  expect(await name(foreman)).toMatchObject({ version: 1, endedAt: null });
});

test("two users who stand in for each other on the same day are refused, on other days accepted", async () => {
  await name(foreman);
  const back = { deputyId: foreman.id };
  const refusal = await refusesWithoutTrace(() => name(deputy, back));
  expect(fieldsOf(refusal)).toEqual(["deputyId: delegation_cycle"]);
  await name(deputy, { ...back, fromDay: "2026-09-21", toDay: "2026-09-22" });
});

test("a cycle of three is refused too, but only where days and objects overlap", async () => {
  const third = await world.createUser({ role: "pto" });
  await name(foreman);
  await name(deputy, { deputyId: third.id, fromDay: "2026-09-15", toDay: "2026-09-30" });
  const closing = (fromDay: string, toDay: string) => name(third, { deputyId: foreman.id, fromDay, toDay });
  const refusal = await refusesWithoutTrace(() => closing("2026-09-20", "2026-09-21"));
  expect(fieldsOf(refusal)).toEqual(["deputyId: delegation_cycle"]);
  await closing("2026-09-21", "2026-09-22");
});

test("deputies on different objects make no cycle", async () => {
  const pto = await world.as("pto");
  const there = await world.createTestObject({ team: ["construction_itr", "pto"], volumes: [] });
  manager = await world.as("project_manager");
  await nameThere(manager, { deputyId: pto.id });
  await nameThere(manager, { objectId: there.id, principalId: pto.id, deputyId: foreman.id });
  const back = nameThere(manager, { principalId: pto.id, deputyId: foreman.id });
  expect(fieldsOf(await refusalOf(back))).toEqual(["deputyId: delegation_cycle"]);
});

test("of two users who appoint each other in parallel one is refused", async () => {
  const ends = await outcomes([name(foreman), name(deputy, { deputyId: foreman.id })]);
  expect([ends.done.length, ends.refused]).toEqual([1, ["validation_failed"]]);
});

test("only own rights are passed on: never an object where the user is only a deputy", async () => {
  await name(foreman, { fromDay: "2026-09-08" });
  const actor = await world.again(deputy);
  const third = await world.createUser();
  const refusal = await refusesWithoutTrace(() => name(actor, { deputyId: third.id, objectId: here.id }));
  expect(fieldsOf(refusal)).toEqual(["objectId: delegation_own_roles_only"]);
});

test("a deputy of the project manager appoints no deputies: delegated rights are not passed on", async () => {
  await name(manager, { fromDay: "2026-09-08" });
  const actor = await world.again(deputy);
  const third = await world.createUser();
  for (const principal of [manager, foreman]) {
    const refusal = await refusesWithoutTrace(() =>
      nameThere(actor, { principalId: principal.id, deputyId: third.id }),
    );
    expect(refusal).toMatchObject({ code: "forbidden", details: { permission: "delegation.object" } });
  }
  const { id } = await nameThere(manager, { deputyId: third.id });
  const end = () => endDelegation.run(world.ctx(actor), { delegationId: id, version: 1 });
  expect((await refusesWithoutTrace(end)).code).toBe("not_found");
});

test("for an object only members get a deputy, and only from its manager", async () => {
  const stranger = await world.createUser();
  const refusal = await refusesWithoutTrace(() => nameThere(manager, { principalId: stranger.id }));
  expect(fieldsOf(refusal)).toEqual(["principalId: not_in_team"]);
  expect((await refusesWithoutTrace(() => nameThere(foreman))).details.permission).toBe("delegation.object");
  expect((await refusesWithoutTrace(() => nameThere(stranger))).code).toBe("not_found");
  expect((await refusesWithoutTrace(() => nameThere(manager, { objectId: 999_999 }))).code).toBe("not_found");
});

test("is ended once by the absent user, the object's manager, or an admin", async () => {
  const pto = await world.as("pto");
  const own = await name(foreman, { objectId: here.id });
  const end = (actor: UserActor, delegationId: number, version = 1) =>
    endDelegation.run(world.ctx(actor), { delegationId, version });
  expect((await refusesWithoutTrace(() => end(deputy, own.id))).code).toBe("forbidden");
  expect((await refusesWithoutTrace(() => end(pto, own.id))).code).toBe("not_found");
  expect((await refusesWithoutTrace(() => end(foreman, 999_999))).code).toBe("not_found");
  expect((await refusesWithoutTrace(() => end(foreman, own.id, 7))).code).toBe("version_conflict");
  expect(await end(manager, own.id)).toMatchObject({ version: 2, endedAt: world.now.toISOString() });
  const twice = await refusesWithoutTrace(() => end(foreman, own.id, 2));
  expect(twice).toMatchObject({ code: "invalid_transition", details: { sentence: "delegation_over" } });

  const everywhere = await name(foreman);
  expect((await refusesWithoutTrace(() => end(manager, everywhere.id))).code).toBe("not_found");
  await end(await world.as("admin"), everywhere.id);
  const named = await nameThere(manager, { fromDay: "2026-10-01", toDay: "2026-10-02" });
  await end(foreman, named.id);
});

test("an expired delegation cannot be ended", async () => {
  const { id } = await name(foreman);
  const later = world.ctx(foreman, { now: new Date("2026-09-21T09:00:00.000Z") });
  const refusal = await refusalOf(endDelegation.run(later, { delegationId: id, version: 1 }));
  expect(refusal.details.sentence).toBe("delegation_over");
});

test("a user lists delegations given and received; a manager lists those of the object's members", async () => {
  const current = await name(foreman, { fromDay: "2026-09-08", toDay: "2026-09-09" });
  const upcoming = await nameThere(manager);
  const list = async (actor: UserActor, objectId?: number) =>
    (await listDelegations.run(world.ctx(actor), objectId === undefined ? {} : { objectId })).items;
  expect((await list(foreman)).map(({ id, state, canEnd }) => ({ id, state, canEnd }))).toEqual([
    { id: upcoming.id, state: "upcoming", canEnd: true },
    { id: current.id, state: "current", canEnd: true },
  ]);
  expect((await list(deputy)).map(({ canEnd }) => canEnd)).toEqual([false, false]);
  expect(await list(await world.as("pto"))).toEqual([]);
  expect((await list(manager, here.id)).map(({ id, object, canEnd }) => [id, object?.name, canEnd])).toEqual([
    [upcoming.id, "СПК Блок Б", true],
    [current.id, undefined, false],
  ]);
  expect((await refusalOf(list(foreman, here.id))).details.permission).toBe("delegation.object");
  expect((await refusalOf(list(deputy, here.id))).code).toBe("not_found");
});

test("pages follow each other", async () => {
  for (let month = 1; month <= 5; month += 1) {
    const day = `2027-0${month}-01`;
    await name(foreman, { fromDay: day, toDay: day });
  }
  const first = await listDelegations.run(world.ctx(foreman), { limit: 3 });
  const rest = await listDelegations.run(world.ctx(foreman), { limit: 3, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...rest.items].map((item) => item.fromDay.slice(5, 7))).toEqual([
    "05",
    "04",
    "03",
    "02",
    "01",
  ]);
  expect(rest.nextCursor).toBeNull();
});

test("a manager who left the object cannot end the delegations created there", async () => {
  const { id } = await nameThere(manager);
  const end = () => endDelegation.run(world.ctx(manager), { delegationId: id, version: 1 });
  const { sql } = world.db;
  await sql`update object_roles set user_id = ${deputy.id} where user_id = ${manager.id}`;
  expect((await refusesWithoutTrace(end)).code).toBe("not_found");
  await sql`update object_roles set user_id = ${manager.id} where user_id = ${deputy.id}`;
  await end();
});
