import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { setFloorVolumes } from "./set-floor-volumes.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

test.each(["closed", "archived"])("the plan of a %s object cannot be changed", async (status) => {
  const object = await world.createTestObject({});
  await world.db.sql`update objects set status = ${status} where id = ${object.id}`;
  const [cell] = await world.db.read<{ facadeId: number; floorId: number; workTypeId: number }>(
    `select facade_id as "facadeId", floor_id as "floorId", work_type_id as "workTypeId"
     from floor_volumes where object_id = $1 limit 1`,
    [object.id],
  );
  if (cell === undefined) throw new Error("the object has no cells");
  const before = await world.traces();
  const manager = await world.again(await world.as("project_manager"));
  const volumes = [{ ...cell, planQty: "77" }];
  const refusal = await refusalOf(setFloorVolumes.run(world.ctx(manager), { objectId: object.id, volumes }));
  expect(refusal).toMatchObject({ code: "conflict", details: { sentence: "object_is_over" } });
  expect(await world.traces()).toEqual(before);
});
