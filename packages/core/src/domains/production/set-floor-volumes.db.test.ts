import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type World } from "../../testing/index.ts";
import { enterFact } from "../facts/verbs.ts";
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
  const volumes = [{ ...cell, planQty: "77", version: 1 }];
  const refusal = await refusalOf(setFloorVolumes.run(world.ctx(manager), { objectId: object.id, volumes }));
  expect(refusal).toMatchObject({ code: "conflict", details: { sentence: "object_is_over" } });
  expect(await world.traces()).toEqual(before);
});

const places = async (objectId: number) => {
  const cells = await world.db.read<{ id: number; facadeId: number; floorId: number; workTypeId: number }>(
    `select id, facade_id as "facadeId", floor_id as "floorId", work_type_id as "workTypeId"
     from floor_volumes where object_id = $1 order by id`,
    [objectId],
  );
  return cells.map(({ id, ...place }) => ({ id, place }));
};

test("an emptied cell goes with its share of the plan, one with entries stays", async () => {
  const object = await world.createTestObject({});
  const manager = await world.again(await world.as("project_manager"));
  const ctx = world.ctx(manager);
  const [first, second] = await places(object.id);
  if (first === undefined || second === undefined) throw new Error("the object has too few cells");
  const floorVolumeId = first.id;
  await enterFact.run(ctx, { objectId: object.id, floorVolumeId, date: "2026-09-08", quantity: "1" });
  const before = await world.traces();
  const volumes = [
    { ...second.place, planQty: null, version: 1 },
    { ...first.place, planQty: null, version: 1 },
  ];
  const refusal = await refusalOf(setFloorVolumes.run(ctx, { objectId: object.id, volumes }));
  expect(fieldsOf(refusal)).toEqual(["volumes.1.planQty: cell_has_entries"]);
  expect(await world.traces()).toEqual(before);
  const gone = await setFloorVolumes.run(ctx, { objectId: object.id, volumes: volumes.slice(0, 1) });
  expect(gone).toEqual({ created: 0, changed: 0, unchanged: 0, removed: 1 });
  expect((await places(object.id)).map(({ id }) => id)).not.toContain(second.id);
  const again = await setFloorVolumes.run(ctx, { objectId: object.id, volumes: volumes.slice(0, 1) });
  expect(again).toEqual({ created: 0, changed: 0, unchanged: 1, removed: 0 });
  const [sums] = await world.db.read<{ differ: boolean }>(
    `select s.plan_hours <> (select coalesce(sum(v.plan_qty * w.norm_hours), 0) from floor_volumes v
       join work_types w on w.id = v.work_type_id where v.object_id = s.object_id) as differ
     from object_sums s where s.object_id = $1`,
    [object.id],
  );
  expect(sums?.differ).toBe(false);
});
