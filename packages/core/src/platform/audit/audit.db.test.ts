import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  changeObjectStatus,
  getObject,
  removeFloor,
  setObjectTeam,
  updateFacade,
  updateObject,
} from "../../domains/objects/index.ts";
import { changeUserRole } from "../../domains/people/index.ts";
import { type TestObject, fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { listEntityAudit } from "./list-entity-audit.ts";
import { listObjectAudit } from "./list-object-audit.ts";

let world: World;
let object: TestObject;
let manager: UserActor;
let pto: UserActor;
const at = (day: string) => new Date(`${day}T09:00:00.000Z`);

beforeAll(async () => {
  world = await createTestWorld();
  object = await world.createTestObject({
    team: ["project_manager", "pto", "construction_itr"],
    volumes: [],
  });
  manager = await world.as("project_manager");
  pto = await world.as("pto");
  const { id: objectId } = object;
  const ctx = (day: string) => world.ctx(manager, { now: at(day) });
  const version = object.version;
  await updateObject.run(ctx("2026-09-10"), { objectId, version, name: "СПК Блок В", budget: "100" });
  await changeObjectStatus.run(ctx("2026-09-11"), {
    objectId,
    to: "on_hold",
    version: version + 1,
    reason: "заказчик остановил работы",
  });
  await updateFacade.run(ctx("2026-09-12"), { facadeId: object.facadeId("Юг"), version: 1, code: "Ю" });
});
afterAll(() => world.close());

const history = (actor: UserActor, asked: object = {}) =>
  listObjectAudit.run(world.ctx(actor), { objectId: object.id, ...asked });

test("an object's history shows actor, time, old and new values and reason, newest first", async () => {
  const { items } = await history(manager, { limit: 3 });
  const author = { id: manager.id, fullName: manager.fullName };
  expect(items).toMatchObject([
    {
      action: "facade.update",
      entityType: "facade",
      entityId: object.facadeId("Юг"),
      changes: [{ field: "code", before: "Юг", after: "Ю" }],
    },
    {
      action: "object.change_status",
      at: "2026-09-11T09:00:00.000Z",
      actor: author,
      onBehalfOf: null,
      job: null,
      reason: "заказчик остановил работы",
      changes: [
        { field: "status", before: "active", after: "on_hold" },
        { field: "heldSince", before: null, after: "2026-09-11" },
      ],
    },
    {
      action: "object.update",
      changes: [
        { field: "name", before: "СПК Блок Б", after: "СПК Блок В" },
        { field: "budget", before: "302400000.00", after: "100" },
      ],
    },
  ]);
});

test("an action of a deputy names both the deputy and the principal", async () => {
  const deputy = await world.createUser({ fullName: "Пётр Заместитель" });
  const principal = {
    principalId: manager.id,
    principalName: manager.fullName,
    principalRole: "project_manager" as const,
    objectRoles: { [object.id]: ["project_manager" as const] },
  };
  const facadeId = object.facadeId("Запад");
  await updateFacade.run(world.ctx({ ...deputy, deputyFor: [principal] }), {
    facadeId,
    version: 1,
    code: "З",
  });
  const { items } = await history(manager, { entityType: "facade", entityId: facadeId, limit: 1 });
  expect(items[0]).toMatchObject({
    actor: { id: deputy.id, fullName: "Пётр Заместитель" },
    onBehalfOf: { id: manager.id, fullName: manager.fullName },
  });
});

describe("filters", () => {
  test.each([
    [{ action: "object.change_status", actorId: 0 }, ["object.change_status"]],
    [{ entityType: "facade", from: "2026-09-12" }, ["facade.update"]],
    [{ from: "2026-09-10", to: "2026-09-11" }, ["object.change_status", "object.update"]],
    [{ from: "2026-09-10", to: "2026-09-10" }, ["object.update"]],
    [{ from: "2026-09-13" }, []],
  ])("%o", async (asked, actions) => {
    const filters = "actorId" in asked ? { ...asked, actorId: manager.id } : asked;
    const { items } = await history(manager, filters);
    expect(items.map((item) => item.action)).toEqual(actions);
  });

  test("by day use the object's time zone", async () => {
    const night = world.ctx(manager, { now: new Date("2026-09-20T21:30:00.000Z") });
    await updateFacade.run(night, { facadeId: object.facadeId("Юг"), version: 2, code: "Южный" });
    const on = async (day: string) => (await history(manager, { from: day, to: day })).items.length;
    expect([await on("2026-09-20"), await on("2026-09-21")]).toEqual([0, 1]);
  });

  test("by id require the entity type, and unknown types are refused", async () => {
    expect(fieldsOf(await refusalOf(history(manager, { entityId: 1 })))).toEqual([
      "entityType: entity_type_required",
    ]);
    expect(fieldsOf(await refusalOf(history(manager, { colour: "red" })))).toEqual(["colour: unknown_field"]);
    expect(fieldsOf(await refusalOf(history(manager, { action: "drop table" })))).toEqual([
      "action: invalid_format",
    ]);
  });
});

test("pages follow without gaps, and a cursor is bound to its filters", async () => {
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const page = await history(manager, { limit: 2, ...(cursor === null ? {} : { cursor }) });
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  const { items } = await history(manager, { limit: 200 });
  expect(seen).toEqual(items.map((item) => item.id));
  expect(new Set(seen).size).toBe(seen.length);
  const { nextCursor } = await history(manager, { limit: 1 });
  const strange = history(manager, { limit: 1, cursor: nextCursor ?? "", action: "object.create" });
  expect(fieldsOf(await refusalOf(strange))).toEqual(["cursor: cursor_broken"]);
});

test("rows written between two page requests are neither repeated nor do they hide others", async () => {
  const before = (await history(manager, { limit: 200 })).items.map((item) => item.id);
  const first = await history(manager, { limit: 2 });
  const { version } = await getObject.run(world.ctx(manager), { objectId: object.id });
  await updateObject.run(world.ctx(manager), { objectId: object.id, version, customer: "ООО «Другой»" });
  const rest = await history(manager, { limit: 200, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...rest.items].map((item) => item.id)).toEqual(before);
});

describe("regression 6: history", () => {
  test("of an object is visible to its manager and company-wide readers; for strangers the object does not exist", async () => {
    expect((await history(await world.as("director"))).items.length).toBeGreaterThan(0);
    expect((await refusalOf(history(pto))).details.permission).toBe("object.audit");
    expect((await refusalOf(history(await world.as("curator")))).code).toBe("forbidden");
    const stranger = await world.createUser({ role: "project_manager" });
    expect((await refusalOf(history(stranger))).code).toBe("not_found");
  });

  test("of a thing follows the rights of its object; without an object, those of the company", async () => {
    const person = await world.createUser({ role: "safety" });
    await changeUserRole.run(world.ctx(await world.as("admin")), {
      userId: person.id,
      role: "pto",
      version: 1,
    });
    const facade = { entity: "facade", id: object.facadeId("Юг") };
    const user = { entity: "user", id: person.id };
    const read = (actor: UserActor, asked: { entity: string; id: number }) =>
      listEntityAudit.run(world.ctx(actor), asked);
    expect((await read(manager, facade)).items.map((item) => item.action)).toEqual([
      "facade.update",
      "facade.update",
      "object.add_facades",
    ]);
    const director = await world.as("director");
    expect((await read(director, facade)).items).toHaveLength(3);
    expect((await read(director, user)).items[0]).toMatchObject({
      action: "user.change_role",
      changes: [{ field: "role", before: "safety", after: "pto" }],
    });
    expect((await refusalOf(read(pto, facade))).code).toBe("forbidden");
    const stranger = await world.createUser({ role: "project_manager" });
    for (const [actor, asked] of [
      [stranger, facade],
      [manager, user],
      [director, { entity: "facade", id: 999_999 }],
      [manager, { entity: "facade", id: 999_999 }],
    ] as const) {
      expect((await refusalOf(read(actor, asked))).code).toBe("not_found");
    }
  });

  test("of a cell says where the cell was, also after its floor was deleted", async () => {
    const made = await world.createTestObject({ team: [], facades: ["Юг"], floors: ["7"] });
    const place = { facadeId: made.facadeId("Юг"), floorId: made.floorId("7") };
    const ctx = world.ctx(await world.as("admin"));
    await removeFloor.run(ctx, { floorId: place.floorId, version: 1 });
    const { items } = await listEntityAudit.run(ctx, {
      entity: "floor_volume",
      id: made.cell("Юг", "7", "МОД"),
    });
    const at = (side: "before" | "after", index: number) =>
      Object.fromEntries((items[index]?.changes ?? []).map((change) => [change.field, change[side]]));
    expect(items.map((item) => item.action)).toEqual(["floor.remove", "volume.set_plan"]);
    expect(at("before", 0)).toMatchObject({ ...place, planQty: "36" });
    expect(at("after", 1)).toMatchObject({ ...place, planQty: "36" });
  });

  test("is visible to a manager only while they are the manager", async () => {
    const other = await world.createUser({ role: "project_manager" });
    const made = await world.createTestObject({ team: [], volumes: [] });
    const members = [{ userId: other.id, roles: ["project_manager" as const] }];
    await setObjectTeam.run(world.ctx(await world.as("admin")), {
      objectId: made.id,
      version: made.version,
      members,
    });
    const ask = async (actor: UserActor) =>
      listObjectAudit.run(world.ctx(await world.again(actor)), { objectId: made.id });
    expect((await ask(other)).items[0]?.action).toBe("object.set_team");
    expect((await refusalOf(ask(manager))).code).toBe("not_found");
  });
});
