import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "../../kernel/index.ts";
import { listFloorVolumes, setFloorVolumes } from "../production/index.ts";
import { type TestObject, fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { loadGrid, writePlan } from "./write-plan.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

type Cell = { facadeId: number; floorId: number; workTypeId: number };
async function cellOf(object: TestObject, work: string): Promise<Cell> {
  const [row] = await world.db.read<{ id: number }>("select id from work_types where code = $1", [work]);
  return { facadeId: object.facadeId("Юг"), floorId: object.floorId("1"), workTypeId: row?.id ?? 0 };
}

test.each([
  ["stands already", "МОД", ["40", "36"]],
  ["is new", "УТП", ["40", "36"]],
  ["says the same both times", "МОД", ["40", "40"]],
])("a repeated cell is refused with its index: one that %s", async (_which, work, quantities) => {
  const object = await world.createTestObject({ team: [], facades: ["Юг"], floors: ["1"] });
  const cell = await cellOf(object, work);
  const ctx = world.ctx(await world.as("admin"));
  const plan = () =>
    world.db.read("select work_type_id, plan_qty from floor_volumes where object_id = $1 order by 1", [
      object.id,
    ]);
  const before = [await plan(), await world.traces()];
  const version = work === "МОД" ? 1 : null;
  const volumes = quantities.map((planQty) => ({ ...cell, planQty, version }));
  const refusal = await refusalOf(setFloorVolumes.run(ctx, { objectId: object.id, volumes }));
  expect(fieldsOf(refusal)).toEqual(["volumes.1: cell_twice"]);
  expect([await plan(), await world.traces()]).toEqual(before);
});

test("new, changed and unchanged cells are counted separately, each with its window", async () => {
  const object = await world.createTestObject({ team: [], facades: ["Юг"], floors: ["1"] });
  const { id: objectId } = object;
  const ctx = world.ctx(await world.as("admin"));
  const [standing, moved, fresh] = await Promise.all(
    ["МОД", "КРН-Н", "УТП"].map((work) => cellOf(object, work)),
  );
  const window = { planStart: "2026-10-01", planFinish: "2026-10-15" };
  const volumes = [
    { ...standing, planQty: "36", planStart: "2026-09-01", planFinish: "2026-09-30" },
    { ...moved, planQty: "40", version: 1 },
    { ...fresh, planQty: "18.6", ...window },
  ] as Parameters<typeof setFloorVolumes.run>[1]["volumes"];
  expect(await setFloorVolumes.run(ctx, { objectId, volumes })).toEqual({
    created: 1,
    changed: 1,
    unchanged: 1,
    removed: 0,
  });
  const { items } = await listFloorVolumes.run(ctx, { objectId });
  const shown = items.map((cell) => [cell.workType.code, cell.planQty, cell.planStart, cell.version]);
  expect(new Set(shown.map((cell) => cell.join()))).toEqual(
    new Set(["МОД,36,2026-09-01,1", "КРН-Н,40,,2", "УТП,18.6,2026-10-01,1"]),
  );
  const rows = await world.db.read<{ entity: number; before: unknown; after: unknown }>(
    "select entity_id as entity, before, after from audit_log where request_id = $1 order by id",
    [ctx.requestId],
  );
  const cellId = (code: string) => items.find((cell) => cell.workType.code === code)?.id;
  expect(rows.slice(-2)).toEqual([
    {
      entity: cellId("КРН-Н"),
      before: { planQty: "37", planStart: "2026-08-03", planFinish: "2026-08-29" },
      after: { planQty: "40", planStart: null, planFinish: null },
    },
    { entity: cellId("УТП"), before: null, after: { ...fresh, planQty: "18.6", ...window } },
  ]);
});

test("a cell is changed only in the version it was read in, so that nobody overwrites blindly", async () => {
  const object = await world.createTestObject({ team: [], facades: ["Юг"], floors: ["1"] });
  const ctx = world.ctx(await world.as("admin"));
  const [standing, fresh] = await Promise.all(["МОД", "УТП"].map((work) => cellOf(object, work)));
  if (standing === undefined || fresh === undefined) throw new Error("no cells");
  const set = (cell: Cell, planQty: string | null, version?: number | null) =>
    setFloorVolumes.run(ctx, {
      objectId: object.id,
      volumes: [{ ...cell, planQty, ...(version === undefined ? {} : { version }) }],
    });
  const before = await world.traces();
  for (const planQty of ["40", null]) {
    const refusal = await refusalOf(set(standing, planQty));
    expect(fieldsOf(refusal)).toEqual(["volumes.0.version: cell_version_required"]);
    for (const version of [null, 0, 2]) {
      expect((await refusalOf(set(standing, planQty, version))).code).toBe("version_conflict");
    }
  }
  expect((await refusalOf(set(fresh, "5", 1))).code).toBe("version_conflict");
  expect(await world.traces()).toEqual(before);
  expect(await set(fresh, "5", 0)).toMatchObject({ created: 1 });
  expect(await set(standing, "40", 1)).toMatchObject({ changed: 1 });
  expect(await set(standing, null, 2)).toMatchObject({ removed: 1 });
});

test("a grid of many cells takes as many statements as a grid of two", async () => {
  const floors = Array.from({ length: 40 }, (_, at) => String(at + 1));
  const object = await world.createTestObject({ team: [], facades: ["Юг"], floors, volumes: [] });
  const { workTypeId } = await cellOf(object, "МОД");
  const ctx = world.ctx(await world.as("admin"));
  const rows = floors.map((floor) => ({
    facadeId: object.facadeId("Юг"),
    floorId: object.floorId(floor),
    workTypeId,
    planQty: "36",
    planStart: null,
    planFinish: null,
  }));
  const statements = (some: typeof rows) =>
    world.db.orm.transaction(async (tx) => {
      let count = 0;
      const counted = new Proxy(tx, {
        get(target, name) {
          if (name === "execute" || name === "insert" || name === "update") count += 1;
          const value: unknown = Reflect.get(target, name);
          return typeof value === "function" ? value.bind(target) : value;
        },
      }) as Tx;
      const { result } = await writePlan(counted, ctx, object.id, some, await loadGrid(tx, object.id, some));
      expect(result.created).toBe(some.length);
      return count;
    });
  expect([await statements(rows.slice(0, 2)), await statements(rows.slice(2))]).toEqual([1, 1]);
});
