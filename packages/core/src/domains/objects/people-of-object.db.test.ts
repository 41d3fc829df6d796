import type { Permission, Role } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type World } from "../../testing/index.ts";
import { assertWorker } from "./people-of-object.ts";

let world: World;
let objectId: number;
beforeAll(async () => {
  world = await createTestWorld();
  ({ id: objectId } = await world.createTestObject());
});
afterAll(() => world.close());

/** The refusal when a thing of the object is given to the user of a role; null when there is none. */
async function refusal(role: Role, permission: Permission) {
  const { id } = await world.as(role);
  const path = "holderId";
  const given = world.db.orm.transaction((tx) => assertWorker(tx, objectId, id, { permission, path }));
  return fieldsOf(await refusalOf(given));
}

test.each([
  ["an installer, who may not see supply", "installer", "supply.view"],
  ["an observer", "viewer", "supply.view"],
  ["an observer, whom no relation helps", "viewer", "task.execute"],
] as const)("%s is not given a thing", async (_name, role, permission) => {
  expect(await refusal(role, permission)).toEqual(["holderId: person_lacks_right"]);
});

test("one who holds the permission by role or by relation is given it", async () => {
  const { id: supply } = await world.as("supply");
  const { id: installer } = await world.as("installer");
  await world.db.orm.transaction(async (tx) => {
    await assertWorker(tx, objectId, supply, { permission: "supply.view", path: "holderId" });
    await assertWorker(tx, objectId, installer, { permission: "task.execute", path: "holderId" });
  });
});
