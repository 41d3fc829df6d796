import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type World } from "../../../testing/index.ts";
import { enterFact } from "../../facts/index.ts";
import { removeFacade } from "../../objects/index.ts";
import { createGpr, editGprRows, fillGpr, getGprContent, setGprProgress } from "../verbs.ts";
import { type ForecastScene, openForecastScene, underway } from "./testing/forecast-scene.ts";

let world: World;
let scene: ForecastScene;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  scene = await openForecastScene(world);
});

const refuses = async (work: () => Promise<unknown>) => {
  const before = await world.traces();
  const refused = await refusalOf(work());
  expect(await world.traces()).toEqual(before);
  return refused;
};

describe("what happened", () => {
  const said = async (rows: Parameters<ForecastScene["progress"]>[0]) =>
    fieldsOf(await refuses(() => scene.progress(rows)));

  test("is no later than today, in order, and of rows that have it", async () => {
    expect(await said({ row: "axes", actualStart: "2026-09-09" })).toEqual([
      "rows.0.actualStart: gpr_fact_ahead",
    ]);
    expect(await said({ row: "axes", actualFinish: "2026-09-05" })).toEqual([
      "rows.0.actualStart: gpr_fact_without_start",
    ]);
    expect(await said({ row: "axes", actualStart: "2026-09-05", actualFinish: "2026-09-04" })).toEqual([
      "rows.0.actualFinish: gpr_fact_backwards",
    ]);
    expect(await said({ row: "axes", remaining: 3 })).toEqual(["rows.0.remaining: gpr_remaining_of_over"]);
    expect(await said({ row: "south", actualStart: "2026-09-01" })).toEqual(["rows.0: gpr_row_gone"]);
  });

  test("is taken back, and what is left goes with it", async () => {
    await underway(scene);
    const told = await scene.progress({ row: "brackets", actualStart: null });
    expect(told.finish).toEqual({ before: "2026-09-17", after: "2026-09-18", workdays: 1 });
    const { rows } = await scene.compare();
    expect(rows[1]?.fact).toMatchObject({ start: null, remaining: null, source: null });
  });

  test("of a row that plans volumes comes from the ledger", async () => {
    scene = await openForecastScene(world, { south: true });
    const { object, keys } = scene;
    const foreman = await scene.as("construction_itr");
    for (const [floor, date] of [
      ["1", "2026-09-05"],
      ["2", "2026-09-07"],
    ] as const) {
      const floorVolumeId = object.cell("Юг", floor, "МОД");
      await enterFact.run(foreman, { objectId: object.id, floorVolumeId, date, quantity: "12", workers: 6 });
    }
    const other = object.cell("Запад", "1", "МОД");
    await enterFact.run(foreman, {
      objectId: object.id,
      floorVolumeId: other,
      date: "2026-09-07",
      quantity: "9",
      workers: 6,
    });
    const south = (await scene.compare()).rows.find(({ key }) => key === keys.south);
    // 48 of 72 are left, of twelve days too: eight.
    expect(south).toMatchObject({
      fact: {
        start: "2026-09-05",
        finish: null,
        remaining: 8,
        source: "ledger",
        quantity: { fact: "24", plan: "72" },
      },
      donePct: 33.3,
    });
    await scene.shift(["south"], { by: "days", workdays: 3 });
    expect((await scene.compare()).rows.find(({ key }) => key === keys.south)?.fact.remaining).toBe(11);
    const refused = await refuses(() => scene.progress({ row: "south", actualStart: "2026-09-01" }));
    expect(refused.details.sentence).toBe("gpr_row_of_ledger");
  });

  test("keeps its row: one that has begun is not deleted from a draft, nor replaced with all others", async () => {
    await underway(scene);
    const ctx = await scene.as("project_manager");
    const { id: gprId } = await createGpr.run(ctx, { objectId: scene.object.id, from: "active" });
    const { rows, version } = await getGprContent.run(ctx, { gprId });
    const remove = (name: string) => {
      const row = rows.find((one) => one.name === name);
      const seen = [{ key: row?.key ?? "", version: row?.version ?? 0 }];
      return editGprRows.run(ctx, { gprId, edits: [{ do: "remove", rows: seen }] });
    };
    const refused = await refuses(() => remove("Стекло"));
    expect(refused).toMatchObject({ code: "conflict", details: { sentence: "gpr_row_has_facts" } });
    expect(refused.details.values).toEqual({ rows: "4" });
    const emptied = await refuses(() => fillGpr.run(ctx, { gprId, version, from: "empty" }));
    expect(emptied.details.values).toEqual({ rows: "1, 2, 4" });
    await remove("Модули");
  });

  test("is said by who edits the schedule alone", async () => {
    const rows = [{ key: scene.keys.axes, actualStart: "2026-09-01" }];
    const pto = await scene.as("pto");
    const refused = await refuses(() => setGprProgress.run(pto, { gprId: scene.gprId, rows }));
    expect(refused).toMatchObject({ code: "forbidden", details: { permission: "gpr.edit" } });
  });
});

test("the volumes of a row are planned on its days, from the ground up, when its version comes into force", async () => {
  const { object } = await openForecastScene(world, { south: true });
  const windows = await world.db.read<{ cell: string; days: string }>(
    `select fa.code || ' ' || fl.code || ' ' || w.code as cell, v.plan_start || ' ' || v.plan_finish as days
     from floor_volumes v join facades fa on fa.id = v.facade_id join floors fl on fl.id = v.floor_id
       join work_types w on w.id = v.work_type_id
     where v.object_id = $1 and w.code = 'МОД' order by fa.sort, fl.sort`,
    [object.id],
  );
  // Twelve working days of two floors; Запад is planned by no row and keeps its days.
  expect(windows.map(({ cell, days }) => `${cell}: ${days}`)).toEqual([
    "Юг 1 МОД: 2026-08-31 2026-09-05",
    "Юг 2 МОД: 2026-09-07 2026-09-12",
    "Запад 1 МОД: 2026-09-01 2026-09-30",
    "Запад 2 МОД: 2026-09-01 2026-09-30",
  ]);
  const told = await world.db.read<{ action: string; by: string; count: number }>(
    `select action, by, count(*)::int as count from audit_log
     where object_id = $1 and entity_type = 'floor_volume' and by is not null group by action, by`,
    [object.id],
  );
  expect(told).toEqual([{ action: "gpr.sign", by: "system:gpr_activated", count: 2 }]);
});

test("a row plans the volumes of a facade of its object, which then cannot be removed", async () => {
  const ctx = await scene.as("project_manager");
  const { id: gprId } = await createGpr.run(ctx, { objectId: scene.object.id, from: "active" });
  const name = (facadeId: number) => async () => {
    const { rows } = await getGprContent.run(ctx, { gprId });
    const { key = "", version = 0 } = rows.find((row) => row.key === scene.keys.modules) ?? {};
    return editGprRows.run(ctx, {
      gprId,
      edits: [{ do: "set", rows: [{ key, version }], fields: { work: "МОД", facadeId } }],
    });
  };
  const elsewhere = await world.createTestObject();
  const foreign = await refuses(name(elsewhere.facadeId("Юг")));
  expect(fieldsOf(foreign)).toEqual(["facadeId: gpr_unknown_facade"]);
  const bare = scene.object.facadeId("Запад");
  await name(bare)();
  const { rows, facades } = await getGprContent.run(ctx, { gprId });
  expect(rows.find((row) => row.key === scene.keys.modules)?.facadeId).toBe(bare);
  expect(facades.map(({ code }) => code)).toEqual(["Юг", "Запад"]);
  const admin = world.ctx(await world.as("admin"));
  const removed = await refuses(() => removeFacade.run(admin, { facadeId: bare, version: 1 }));
  expect(removed.details.sentence).toBe("facade_in_gpr");
});
