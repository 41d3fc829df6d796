import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { enterFact } from "../facts/index.ts";
import { removeFacade, removeFloor, setObjectTeam } from "../objects/index.ts";
import { changeUserRole } from "../people/index.ts";
import {
  createTestWorld,
  fieldsOf,
  type ObjectOptions,
  refusalOf,
  type TestObject,
  type World,
} from "../../testing/index.ts";
import { createZone } from "./create-zone.ts";
import { listZones } from "./list-zones.ts";
import { updateZone } from "./update-zone.ts";

let world: World;
let object: TestObject;
let manager: UserActor;
let foreman: UserActor;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  foreman = await world.createUser({ role: "construction_itr", fullName: "Николай Жилин" });
  const members: ObjectOptions["members"] = [{ actor: foreman, roles: ["construction_itr"] }];
  object = await world.createTestObject({ floors: ["1", "2", "тех"], members });
  manager = await world.as("project_manager");
});

const asked = (more: Record<string, unknown> = {}) => ({
  objectId: object.id,
  name: "Ю-1",
  facadeId: object.facadeId("Юг"),
  fromFloorId: object.floorId("1"),
  toFloorId: object.floorId("2"),
  foremanId: foreman.id,
  ...more,
});
const create = (more: Record<string, unknown> = {}) =>
  createZone.run(world.ctx(manager), asked(more) as never);
const list = async () => listZones.run(world.ctx(manager), { objectId: object.id });
const withoutForeman = async () => {
  const { id: userId } = await world.as("project_manager");
  const members = [{ userId, roles: ["project_manager" as const] }];
  const { version } = (
    await world.db.read<{ version: number }>("select version from objects where id = $1", [object.id])
  )[0] ?? { version: 0 };
  await setObjectTeam.run(world.ctx(manager), { objectId: object.id, version, members });
};

test("a zone counts the cells of its floors in their order, in norm hours, done up to the plan", async () => {
  await create();
  await create({ name: "Ю-2", fromFloorId: object.floorId("тех"), toFloorId: object.floorId("тех") });
  const entry = { objectId: object.id, date: "2026-09-08", quantity: "18" };
  await enterFact.run(world.ctx(manager), { ...entry, floorVolumeId: object.cell("Юг", "1", "МОД") });
  const { items, canEdit } = await list();
  expect(canEdit).toBe(true);
  expect(items.map(({ name, pct, modules }) => [name, Number(pct) > 0, modules])).toEqual([
    ["Ю-1", true, { done: "18", plan: "72" }],
    ["Ю-2", false, { done: "0", plan: "36" }],
  ]);
  expect(items[0]).toMatchObject({ foreman: { fullName: "Николай Жилин" }, toFloor: { code: "2" } });
});

test("places of another object, a taken name, reversed floors and a foreman who may not enter for every crew are refused", async () => {
  await create();
  const elsewhere = await world.createTestObject();
  const stranger = await world.createUser();
  const supplier = await world.as("supply");
  const installer = await world.as("installer");
  const cases: [Record<string, unknown>, string][] = [
    [{}, "name: zone_name_taken"],
    [{ name: "А", facadeId: elsewhere.facadeId("Юг") }, "facadeId: unknown_facade"],
    [{ name: "А", toFloorId: elsewhere.floorId("2") }, "toFloorId: unknown_floor"],
    [
      { name: "А", fromFloorId: object.floorId("тех"), toFloorId: object.floorId("1") },
      "toFloorId: zone_floors_order",
    ],
    [{ name: "А", foremanId: supplier.id }, "foremanId: person_leads_no_zone"],
    [{ name: "А", foremanId: installer.id }, "foremanId: person_leads_no_zone"],
    [{ name: "А", foremanId: stranger.id }, "foremanId: not_on_object"],
  ];
  const before = await world.traces();
  for (const [more, refusal] of cases) expect(fieldsOf(await refusalOf(create(more)))).toEqual([refusal]);
  expect(await world.traces()).toEqual(before);
});

test("a facade or a floor that a zone begins or ends with cannot be removed", async () => {
  await create();
  const ctx = world.ctx(manager);
  const facade = removeFacade.run(ctx, { facadeId: object.facadeId("Юг"), version: 1 });
  expect((await refusalOf(facade)).details.sentence).toBe("facade_has_zones");
  const floor = removeFloor.run(ctx, { floorId: object.floorId("2"), version: 1 });
  expect((await refusalOf(floor)).details.sentence).toBe("floor_has_zones");
  await removeFloor.run(ctx, { floorId: object.floorId("тех"), version: 1 });
});

test("a foreman who leaves the team leaves the zone without a foreman, recorded and told", async () => {
  const { id } = await create();
  await withoutForeman();
  expect((await list()).items[0]).toMatchObject({ id, foreman: null, version: 2 });
  const audit = await world.db.read(
    `select before, after, by from audit_log where entity_type = 'zone' and entity_id = $1 order by id desc limit 1`,
    [id],
  );
  expect(audit).toEqual([
    { before: { foremanId: foreman.id }, after: { foremanId: null }, by: "system:rights_lost" },
  ]);
  const told = await world.db.read(`select payload from outbox where type = 'zone.foreman_left'`, []);
  expect(told).toEqual([{ payload: { name: "Ю-1", foremanId: foreman.id } }]);
});

test("so does a foreman who becomes an observer; another can be named", async () => {
  const { id, version } = await create();
  const admin = world.ctx(await world.as("admin"));
  await changeUserRole.run(admin, { userId: foreman.id, role: "viewer", version: 1 });
  const other = await world.as("construction_itr");
  const update = { zoneId: id, foremanId: other.id };
  expect((await refusalOf(updateZone.run(world.ctx(manager), { ...update, version }))).code).toBe(
    "version_conflict",
  );
  const installer = await world.as("installer");
  const toInstaller = updateZone.run(world.ctx(manager), { ...update, foremanId: installer.id, version: 2 });
  expect(fieldsOf(await refusalOf(toInstaller))).toEqual(["foremanId: person_leads_no_zone"]);
  const named = await updateZone.run(world.ctx(manager), { ...update, version: 2 });
  expect(named.foreman?.id).toBe(other.id);
});
