import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enterFact, reverseFact } from "../facts/index.ts";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { listFacades } from "./list-facades.ts";
import { removeFacade } from "./remove-facade.ts";
import { removeFloor } from "./remove-floor.ts";
import { updateFacade } from "./update-facade.ts";
import { updateFloor } from "./update-floor.ts";

let world: World;
let manager: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  manager = await world.as("project_manager");
});
afterAll(() => world.close());

async function createTestObject() {
  const object = await world.createTestObject({ team: ["construction_itr"] });
  return { ...object, ctx: world.ctx(await world.again(manager)) };
}
const sums = async (objectId: number) => {
  const [row] = await world.db.read<{ plan: string; works: number; curve: string }>(
    `select trim_scale(s.plan_hours)::text as plan,
       (select count(*)::int from object_work_sums w where w.object_id = $1) as works,
       (select trim_scale(round(max(c.hours_through), 3))::text from object_plan_curve c where c.object_id = $1) as curve
     from object_sums s where s.object_id = $1`,
    [objectId],
  );
  return row;
};

test("a facade gets another code, name and position; a floor another code and position, also −1", async () => {
  const { id, version, ctx, facadeId, floorId } = await createTestObject();
  const facade = await updateFacade.run(ctx, {
    facadeId: facadeId("Юг"),
    version: 1,
    code: "Ю",
    name: "Южный",
    sort: 7,
  });
  expect(facade).toMatchObject({ code: "Ю", name: "Южный", sort: 7, version: 2, objectVersion: version + 1 });
  await updateFloor.run(ctx, { floorId: floorId("1"), version: 1, code: "−1", sort: -3 });
  const { facades, floors } = await listFacades.run(ctx, { objectId: id });
  expect(facades.map(({ code, cells }) => [code, cells])).toEqual([
    ["Запад", 4],
    ["Ю", 4],
  ]);
  expect(floors.map(({ code, sort, hasFacts }) => [code, sort, hasFacts])).toEqual([
    ["−1", -3, false],
    ["2", 1, false],
  ]);
});

test("a taken code or position, an empty change, and an older version are refused", async () => {
  const { ctx, facadeId, floorId } = await createTestObject();
  const before = await world.traces();
  const [south, first] = [facadeId("Юг"), floorId("1")];
  const named = async (work: Promise<unknown>) => fieldsOf(await refusalOf(work));
  expect(await named(updateFacade.run(ctx, { facadeId: south, version: 1, code: "Запад" }))).toEqual([
    "code: code_taken",
  ]);
  expect(await named(updateFloor.run(ctx, { floorId: first, version: 1, sort: 1 }))).toEqual([
    "sort: sort_taken",
  ]);
  expect(await named(updateFloor.run(ctx, { floorId: first, version: 1 }))).toEqual([": nothing_to_change"]);
  const stale = await refusalOf(updateFacade.run(ctx, { facadeId: south, version: 2, code: "Ю" }));
  expect(stale).toMatchObject({ code: "version_conflict", details: { current: { version: 1 } } });
  expect(await world.traces()).toEqual(before);
});

test("removing a floor without facts removes its cells and updates sums and curve", async () => {
  const { id, ctx, floorId } = await createTestObject();
  const before = await sums(id);
  const removed = await removeFloor.run(ctx, { floorId: floorId("2"), version: 1 });
  expect(removed.cells).toBe(4);
  const after = await sums(id);
  expect(Number(after?.plan)).toBeCloseTo(Number(before?.plan) / 2, 3);
  expect(Number(after?.curve)).toBeCloseTo(Number(after?.plan), 2);
  const { floors } = await listFacades.run(ctx, { objectId: id });
  expect(floors.map(({ code, cells }) => [code, cells])).toEqual([["1", 4]]);
});

test("removing the last cell of a work removes its sum", async () => {
  const { id, ctx, facadeId } = await createTestObject();
  await removeFacade.run(ctx, { facadeId: facadeId("Юг"), version: 1 });
  await removeFacade.run(ctx, { facadeId: facadeId("Запад"), version: 1 });
  expect(await sums(id)).toEqual({ plan: "0", works: 0, curve: null });
});

test("a floor with facts cannot be removed, even if they were reversed; nor can its facade", async () => {
  const { id, ctx, cell, facadeId, floorId } = await createTestObject();
  const foreman = world.ctx(await world.as("construction_itr"));
  const { fact } = await enterFact.run(foreman, {
    objectId: id,
    floorVolumeId: cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "10",
  });
  await reverseFact.run(ctx, { factId: fact.id, version: fact.version, reason: "ошиблись фасадом" });
  const before = await world.traces();
  expect(await refusalOf(removeFloor.run(ctx, { floorId: floorId("1"), version: 1 }))).toMatchObject({
    code: "conflict",
    details: { sentence: "floor_has_facts" },
  });
  expect(await refusalOf(removeFacade.run(ctx, { facadeId: facadeId("Юг"), version: 1 }))).toMatchObject({
    details: { sentence: "facade_has_facts" },
  });
  expect(await world.traces()).toEqual(before);
  const { facades } = await listFacades.run(ctx, { objectId: id });
  expect(facades.map(({ code, hasFacts }) => [code, hasFacts])).toEqual([
    ["Юг", true],
    ["Запад", false],
  ]);
});

test("regression 6: another user's facade gives not_found, whether it exists or not", async () => {
  const { facadeId, floorId } = await createTestObject();
  const stranger = world.ctx(await world.createUser({ role: "project_manager" }));
  for (const id of [facadeId("Юг"), 999_999]) {
    const asked = { facadeId: id, version: 1 };
    expect((await refusalOf(removeFacade.run(stranger, asked))).code).toBe("not_found");
    expect((await refusalOf(updateFacade.run(stranger, { ...asked, code: "Ю" }))).code).toBe("not_found");
  }
  const floor = removeFloor.run(stranger, { floorId: floorId("1"), version: 1 });
  expect((await refusalOf(floor)).code).toBe("not_found");
});

test("two parallel removals of a floor: one succeeds", async () => {
  const { ctx, floorId } = await createTestObject();
  const ask = () => removeFloor.run(ctx, { floorId: floorId("1"), version: 1 });
  const settled = await Promise.allSettled([ask(), ask()]);
  expect(settled.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
});
