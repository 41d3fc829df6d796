import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestObject, createTestWorld, type World } from "../../testing/index.ts";
import { isOf, readReaders } from "./readers.ts";

let world: World;
let here: TestObject;
let manager: UserActor;
let leaver: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  leaver = await world.createUser({ role: "project_manager" });
  const members = [{ actor: leaver, roles: ["project_manager" as const] }];
  here = await world.createTestObject({ team: [], members, volumes: [] });
  manager = await world.as("project_manager");
});
afterAll(() => world.close());

async function managers(): Promise<number[]> {
  const wanted = { objectId: here.id, ids: [], anyStatus: false, groups: ["managers" as const] };
  const readers = await readReaders(world.db, wanted);
  return readers.filter((reader) => isOf("managers", reader, here.id)).map(({ id }) => id);
}

test("holders of a permission are the members whose role on the object holds it", async () => {
  const group = "holders of warehouse.manage" as const;
  const supply = await world.createUser({ role: "supply" });
  const elsewhere = await world.as("production");
  const director = await world.as("director");
  await world.db.sql.unsafe(
    `insert into object_roles (object_id, user_id, role, since) values (${here.id}, ${supply.id}, 'supply', now())`,
  );
  const ids = [elsewhere.id, director.id, manager.id];
  const readers = await readReaders(world.db, { objectId: here.id, ids, anyStatus: false, groups: [group] });
  expect(readers.map(({ id }) => id)).toEqual([...ids, supply.id].toSorted((a, b) => a - b));
  expect(readers.filter((reader) => isOf(group, reader, here.id)).map(({ id }) => id)).toEqual([supply.id]);
});

test.each([
  ["was dismissed", "status = 'deactivated'"],
  ["observes only", "role = 'viewer'"],
])("a manager who %s is not notified as the manager", async (_why, fate) => {
  const { id } = leaver;
  await world.db.sql.unsafe(`update users set status = 'active', role = 'project_manager' where id = ${id}`);
  expect(await managers()).toEqual([manager.id, id]);
  await world.db.sql.unsafe(`update users set ${fate} where id = ${id}`);
  expect(await managers()).toEqual([manager.id]);
});
