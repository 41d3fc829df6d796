import { afterAll, beforeAll, expect, test } from "vitest";
import { enterFact } from "../facts/index.ts";
import { setFloorVolumes } from "../production/index.ts";
import { createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { listFacades } from "./list-facades.ts";
import { removeFacade } from "./remove-facade.ts";
import { removeFloor } from "./remove-floor.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const volumes = [{ facade: "Юг", floor: "1", work: "МОД", planQty: "36" }];
const sums = async (objectId: number) => {
  const [row] = await world.db.read<Record<string, string>>(
    `select trim_scale(s.plan_hours)::text as plan, trim_scale(s.earned_hours)::text as earned,
       (select count(*) from daily_plan_fact where object_id = $1)::text as entries,
       (select trim_scale(coalesce(sum(fact_qty), 0))::text from floor_volumes where object_id = $1) as fact
     from object_sums s where s.object_id = $1`,
    [objectId],
  );
  return row;
};

test.each(["floor", "facade"] as const)(
  "when a %s is removed and its first fact entered in parallel, one of them succeeds",
  async (part) => {
    const object = await world.createTestObject({ facades: ["Юг"], floors: ["1"], volumes });
    const { id: objectId } = object;
    const ctx = world.ctx(await world.as("project_manager"));
    const remove = () =>
      part === "floor"
        ? removeFloor.run(ctx, { floorId: object.floorId("1"), version: 1 })
        : removeFacade.run(ctx, { facadeId: object.facadeId("Юг"), version: 1 });
    const line = { objectId, floorVolumeId: object.cell("Юг", "1", "МОД"), date: "2026-09-08" };
    const enter = () => enterFact.run(ctx, { ...line, quantity: "10" });
    const [removed, entered] = await Promise.allSettled([remove(), enter()]);
    expect([removed.status, entered.status].sort()).toEqual(["fulfilled", "rejected"]);
    if (removed.status === "fulfilled") {
      expect(entered).toMatchObject({ reason: { code: "not_found" } });
      expect(await sums(objectId)).toEqual({ plan: "0", earned: "0", entries: "0", fact: "0" });
    } else {
      expect(removed).toMatchObject({ reason: { details: { sentence: `${part}_has_facts` } } });
      expect(await sums(objectId)).toMatchObject({ plan: "187.2", earned: "52", entries: "1", fact: "10" });
    }
  },
);

test("a cell planned while its floor is removed does not survive the floor", async () => {
  const object = await world.createTestObject({ facades: ["Юг"], floors: ["1", "2"], volumes });
  const { id: objectId } = object;
  const ctx = world.ctx(await world.as("project_manager"));
  const [work] = await world.db.read<{ id: number }>("select id from work_types where code = 'УТП'", []);
  const cell = { facadeId: object.facadeId("Юг"), floorId: object.floorId("2"), workTypeId: work?.id ?? 0 };
  const plan = () => setFloorVolumes.run(ctx, { objectId, volumes: [{ ...cell, planQty: "12.5" }] });
  await Promise.allSettled([removeFloor.run(ctx, { floorId: cell.floorId, version: 1 }), plan()]);
  const { floors } = await listFacades.run(ctx, { objectId });
  expect(floors.map(({ code, cells }) => [code, cells])).toEqual([["1", 1]]);
  expect(await sums(objectId)).toMatchObject({ plan: "187.2" });
  expect((await refusalOf(plan())).details.sentence).toBe("unknown_floor");
});
