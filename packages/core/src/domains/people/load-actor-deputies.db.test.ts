import { can, onBehalfOf, type UserActor } from "@stsphera/rbac";
import { afterAll, beforeEach, expect, test } from "vitest";
import { enterFact } from "../facts/index.ts";
import { changeObjectStatus, listObjects } from "../objects/index.ts";
import { createDelegation, createObjectDelegation, endDelegation } from "../delegations/index.ts";
import { type TestObject, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { changeUserStatus } from "./change-user-status.ts";
import { getMe } from "./get-me.ts";
import { loadActor } from "../../kernel/index.ts";

let world: World;
let here: TestObject;
let there: TestObject;
let foreman: UserActor;
let deputy: UserActor;
const DAYS = { fromDay: "2026-09-08", toDay: "2026-09-10" };

beforeEach(async () => {
  await world?.close();
  world = await createTestWorld();
  here = await world.createTestObject({ team: ["construction_itr", "pto"] });
  there = await world.createTestObject({ team: ["construction_itr"], volumes: [] });
  foreman = await world.as("construction_itr");
  deputy = await world.createUser({ role: "geodesist", fullName: "Денис Заместитель" });
});
afterAll(() => world.close());

const at = async (instant: string) =>
  (await loadActor(world.db, { userId: deputy.id }, new Date(instant)))?.deputyFor ?? [];
const now = async () => world.again(deputy);

test("a deputy holds the absent user's roles and rights on all their objects, in their name", async () => {
  await createDelegation.run(world.ctx(foreman), { deputyId: deputy.id, ...DAYS });
  const actor = await now();
  expect(actor.deputyFor).toEqual([
    {
      principalId: foreman.id,
      principalName: foreman.fullName,
      principalRole: "construction_itr",
      objectRoles: { [here.id]: ["construction_itr"], [there.id]: ["construction_itr"] },
    },
  ]);
  const on = { objectId: here.id };
  expect([can(actor, "fact.enter", on), onBehalfOf(actor, "fact.enter", on)]).toEqual([true, foreman.id]);
  const listed = await listObjects.run(world.ctx(actor), {});
  expect(listed.items.map((item) => item.id).sort()).toEqual([here.id, there.id]);
  const mine = (await getMe.run(world.ctx(actor), {})).objects;
  expect(mine.map(({ id, roles }) => ({ id, roles }))).toContainEqual({
    id: here.id,
    roles: ["construction_itr"],
  });
});

test("a deputy for one object holds what the user holds there, and nothing elsewhere", async () => {
  const manager = await world.as("project_manager");
  const asked = { objectId: here.id, principalId: foreman.id, deputyId: deputy.id, ...DAYS };
  await createObjectDelegation.run(world.ctx(manager), asked);
  const actor = await now();
  expect(actor.deputyFor).toMatchObject([
    { principalId: foreman.id, principalRole: null, objectRoles: { [here.id]: ["construction_itr"] } },
  ]);
  expect(Object.keys(actor.deputyFor?.[0]?.objectRoles ?? {})).toEqual([String(here.id)]);
});

test("days change at midnight of the absent user's time zone, both ends included", async () => {
  await createDelegation.run(world.ctx(foreman), { deputyId: deputy.id, ...DAYS });
  await world.db.sql`update users set time_zone = 'Asia/Vladivostok' where id = ${foreman.id}`;
  expect(await at("2026-09-07T13:59:59.999Z")).toHaveLength(0);
  expect(await at("2026-09-07T14:00:00.000Z")).toHaveLength(1);
  expect(await at("2026-09-10T13:59:59.999Z")).toHaveLength(1);
  expect(await at("2026-09-10T14:00:00.000Z")).toHaveLength(0);
  await world.db.sql`update users set time_zone = 'America/New_York' where id = ${foreman.id}`;
  expect(await at("2026-09-11T03:59:59.999Z")).toHaveLength(1);
  expect(await at("2026-09-11T04:00:00.000Z")).toHaveLength(0);
});

test("it ends when revoked, and while the absent user has no access", async () => {
  const { id } = await createDelegation.run(world.ctx(foreman), { deputyId: deputy.id, ...DAYS });
  await world.db.sql`update users set status = 'deactivated' where id = ${foreman.id}`;
  expect((await now()).deputyFor).toBeUndefined();
  await world.db.sql`update users set status = 'active' where id = ${foreman.id}`;
  expect((await now()).deputyFor).toHaveLength(1);
  await endDelegation.run(world.ctx(foreman), { delegationId: id, version: 1 });
  expect((await now()).deputyFor).toBeUndefined();
});

test("regression 3: a deactivated deputy holds nothing", async () => {
  await createDelegation.run(world.ctx(foreman), { deputyId: deputy.id, ...DAYS });
  const asked = { userId: deputy.id, to: "deactivated" as const, version: 1, reason: "уволен сегодня" };
  await changeUserStatus.run(world.ctx(await world.as("admin")), asked);
  const gone = await now();
  expect(can(gone, "fact.enter", { objectId: here.id })).toBe(false);
  expect((await refusalOf(listObjects.run(world.ctx(gone), {}))).code).toBe("forbidden");
});

test("a deputy of a deputy gets nothing of what the first one stands in for", async () => {
  const third = await world.createUser({ role: "pto" });
  await createDelegation.run(world.ctx(foreman), { deputyId: deputy.id, ...DAYS });
  await createDelegation.run(world.ctx(await now()), { deputyId: third.id, ...DAYS });
  const actor = await world.again(third);
  expect(actor.deputyFor).toMatchObject([{ principalId: deputy.id, objectRoles: {} }]);
  expect(can(actor, "object.view", { objectId: here.id })).toBe(false);
});

test("a deputy of the director decides for them on every object; a deputy of an admin does not", async () => {
  const director = await world.as("director");
  const admin = await world.as("admin");
  await createDelegation.run(world.ctx(admin), { deputyId: deputy.id, ...DAYS });
  expect(can(await now(), "object.close", { objectId: here.id })).toBe(false);
  await createDelegation.run(world.ctx(director), { deputyId: deputy.id, ...DAYS });
  const actor = await now();
  expect(onBehalfOf(actor, "object.close", { objectId: here.id })).toBe(director.id);
  expect(can(actor, "users.manage")).toBe(false);
  expect(can(actor, "audit.view_company")).toBe(false);
});

test("a deputy's action is recorded as done for the absent user, the deputy's own actions are not", async () => {
  await createDelegation.run(world.ctx(foreman), { deputyId: deputy.id, ...DAYS });
  const fact = { objectId: here.id, date: "2026-09-08", quantity: "4" };
  const cell = (floor: string) => ({ ...fact, floorVolumeId: here.cell("Юг", floor, "МОД") });
  await enterFact.run(world.ctx(await now()), cell("1"));
  await enterFact.run(world.ctx(foreman), cell("2"));
  const rows = await world.db.read<{ actor: number; principal: number | null }>(
    `select distinct actor_id as actor, on_behalf_of as principal from audit_log where action = $1 order by 1`,
    ["fact.enter"],
  );
  const expected = [
    { actor: foreman.id, principal: null },
    { actor: deputy.id, principal: foreman.id },
  ];
  expect(rows).toEqual(expected);
});

test("of several rights of a verb, the one used determines the recorded principal", async () => {
  const manager = await world.as("project_manager");
  const contract = await world.as("contract");
  await world.db.sql`
    insert into object_roles (object_id, user_id, role, since)
    values (${here.id}, ${contract.id}, 'contract', ${world.now})`;
  await createDelegation.run(world.ctx(manager), { deputyId: contract.id, ...DAYS });
  const asDeputy = await world.again(contract);
  const reason = "заказчик остановил работы";
  const held = { objectId: here.id, to: "on_hold" as const, version: here.version, reason };
  await changeObjectStatus.run(world.ctx(asDeputy), held);
  await world.db.sql`update objects set status = 'draft' where id = ${there.id}`;
  const planned = { objectId: there.id, to: "planning" as const, version: there.version };
  await world.db.sql`
    insert into object_roles (object_id, user_id, role, since)
    values (${there.id}, ${contract.id}, 'contract', ${world.now})`;
  await changeObjectStatus.run(world.ctx(await world.again(contract)), planned);
  const rows = await world.db.read<{ objectId: number; principal: number | null }>(
    `select object_id as "objectId", on_behalf_of as principal from audit_log
     where action = 'object.change_status' and actor_id = $1 order by id`,
    [contract.id],
  );
  const expected = [
    { objectId: here.id, principal: manager.id },
    { objectId: there.id, principal: null },
  ];
  expect(rows).toEqual(expected);
});
