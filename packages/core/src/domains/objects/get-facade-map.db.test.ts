import type { FacadeMap } from "@stsphera/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestObject, type World } from "../../testing/index.ts";
import { decideFact, enterFact, undoFact } from "../facts/index.ts";
import { listFloorVolumes } from "../production/index.ts";
import { getFacadeMap } from "./get-facade-map.ts";
import { getObjectDashboard } from "./get-object-dashboard.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

async function enter(object: TestObject, cell: number, quantity: string, date = "2026-09-08") {
  const ctx = world.ctx(await world.as("construction_itr"));
  const planReason = { code: "extra_work" as const };
  const entry = { objectId: object.id, floorVolumeId: cell, date, quantity, planReason };
  return (await enterFact.run(ctx, entry)).fact;
}

const read = async (
  objectId: number,
  workTypeId?: FacadeMap["work"],
  role: "viewer" | "director" = "director",
) => getFacadeMap.run(world.ctx(await world.as(role)), { objectId, workTypeId });
const cellIn = ({ facades }: FacadeMap, facade: string, floor: string) =>
  facades.find(({ code }) => code === facade)?.floors.find(({ code }) => code === floor);

test("modules come first, each floor with what is planned, done, left and done within seven days", async () => {
  const object = await world.createTestObject();
  const cell = object.cell("Юг", "1", "МОД");
  await enter(object, cell, "10", "2026-09-02");
  await enter(object, cell, "5", "2026-09-01");
  const gone = await enter(object, cell, "7");
  await undoFact.run(world.ctx(await world.as("construction_itr")), { factId: gone.id });
  const map = await read(object.id);
  expect(map.works.map(({ code }) => code)).toEqual(["КРН-Н", "МОД"]);
  expect([map.work, map.unit]).toEqual(["module", "шт"]);
  expect(map.floors.map(({ code }) => code)).toEqual(["1", "2"]);
  expect(cellIn(map, "Юг", "1")).toEqual({
    id: object.floorId("1"),
    code: "1",
    floorVolumeId: cell,
    plan: "36",
    fact: "15",
    accepted: "0",
    defects: 0,
    pct: "41.7",
    remaining: "21",
    week: "10",
  });
  expect(map.facades[0]).toMatchObject({ code: "Юг", pct: "20.8", remaining: "57", week: "10" });
});

test("all works weigh by norm hours as progress does: more than planned earns nothing", async () => {
  const object = await world.createTestObject();
  await enter(object, object.cell("Юг", "1", "МОД"), "40");
  const map = await read(object.id, "all");
  expect([map.work, map.unit]).toEqual(["all", null]);
  const cell = cellIn(map, "Юг", "1");
  expect(cell?.floorVolumeId).toBeNull();
  expect(Number(cell?.fact)).toBeLessThan(Number(cell?.plan));
  const dashboard = await getObjectDashboard.run(world.ctx(await world.as("director")), {
    objectId: object.id,
  });
  expect(map.facades.map(({ pct }) => pct)).toEqual(dashboard.facades.map(({ pct }) => pct));
  const [modules] = dashboard.workTypes.filter(({ code }) => code === "МОД");
  const single = cellIn(await read(object.id, modules?.id), "Юг", "1");
  expect(single).toMatchObject({ fact: "40", pct: "111.1", remaining: "0" });
});

test("several works of a group are one figure, and no single cell", async () => {
  const of = (work: string, planQty: string) => ({ facade: "Юг", floor: "1", work, planQty });
  const object = await world.createTestObject({ volumes: [of("КРН-Н", "30"), of("КРН-В", "10")] });
  await enter(object, object.cell("Юг", "1", "КРН-В"), "4");
  const cell = cellIn(await read(object.id, "bracket"), "Юг", "1");
  expect(cell).toMatchObject({ plan: "40", fact: "4", remaining: "36", week: "4", floorVolumeId: null });
});

test("a cell of all works is made of the works of its floor", async () => {
  const object = await world.createTestObject();
  const place = { facadeId: object.facadeId("Запад"), floorId: object.floorId("2") };
  const ctx = world.ctx(await world.as("director"));
  const { items } = await listFloorVolumes.run(ctx, { objectId: object.id, ...place });
  expect(items.map(({ facade, floor, workType }) => [facade.code, floor.code, workType.code])).toEqual([
    ["Запад", "2", "КРН-Н"],
    ["Запад", "2", "МОД"],
  ]);
});

test("an object without modules opens with all works; floors and facades without work stay", async () => {
  const volumes = [{ facade: "Юг", floor: "1", work: "КРН-Н", planQty: "37" }];
  const { id } = await world.createTestObject({ volumes, floors: ["1", "тех"] });
  const map = await read(id);
  expect(map.work).toBe("all");
  expect(map.floors.map(({ code }) => code)).toEqual(["1", "тех"]);
  expect(map.facades[1]).toMatchObject({ code: "Запад", pct: null, remaining: "0", week: "0", floors: [] });
});

test("an observer's week holds confirmed entries alone", async () => {
  const object = await world.createTestObject();
  await enter(object, object.cell("Юг", "1", "МОД"), "12");
  const { id, version } = await enter(object, object.cell("Юг", "2", "МОД"), "3");
  await decideFact.run(world.ctx(await world.as("project_manager")), {
    factId: id,
    version,
    to: "confirmed",
  });
  const map = await read(object.id, undefined, "viewer");
  expect([cellIn(map, "Юг", "1")?.week, cellIn(map, "Юг", "2")?.week]).toEqual(["0", "3"]);
});
