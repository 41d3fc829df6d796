import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type World } from "../../../testing/index.ts";
import { enterFact } from "../../facts/index.ts";
import { removeFacade } from "../../objects/index.ts";
import {
  compareGpr,
  createGpr,
  editGprRows,
  fillGpr,
  getGprContent,
  holdingGpr,
  previewGprEdits,
  previewGprShift,
  setGprProgress,
  whyGpr,
} from "../verbs.ts";
import { type ForecastScene, openForecastScene, type RowName, underway } from "./testing/forecast-scene.ts";

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
const preview = async (rows: readonly RowName[], workdays: number) =>
  previewGprShift.run(await scene.as("project_manager"), {
    gprId: scene.gprId,
    rows: rows.map((row) => scene.keys[row]),
    how: { by: "days", workdays },
  });

describe("the forecast", () => {
  test("begins today with what has not begun, and stands beside plan, base and fact", async () => {
    expect(await scene.dates("axes")).toBe("08.09–12.09");
    expect(await scene.dates("modules")).toBe("19.09–24.09");
    await underway(scene);
    const { whole, rows, base, can } = await scene.compare();
    expect(rows.map(({ forecast: { start, finish } }) => `${start} ${finish}`)).toEqual([
      "2026-08-31 2026-09-05",
      "2026-09-07 2026-09-11",
      "2026-09-12 2026-09-17",
      "2026-08-31 2026-09-02",
    ]);
    expect(rows[1]).toMatchObject({
      plan: { start: "2026-09-05", finish: "2026-09-10" },
      base: { start: "2026-09-05", finish: "2026-09-10" },
      fact: { start: "2026-09-07", finish: null, remaining: 4, source: "entered" },
      plannedPct: 40,
      donePct: 20,
      startLate: 1,
      finishLate: 1,
      critical: true,
    });
    // Planned: 5 + 2 + 0 + 3 of 18 working days; done: 5 + 1 + 0 + 3.
    expect(whole).toEqual({
      plannedPct: 55.6,
      donePct: 50,
      baseFinish: "2026-09-16",
      planFinish: "2026-09-16",
      forecastFinish: "2026-09-17",
      finishLate: 1,
      baseLate: 1,
      late: 3,
    });
    expect({ base, can }).toEqual({
      base: { id: scene.gprId, number: 1 },
      can: { shift: true, progress: true, rebase: true },
    });
    const foreman = await compareGpr.run(await scene.as("construction_itr"), { gprId: scene.gprId });
    expect(foreman.can).toEqual({ shift: false, progress: false, rebase: false });
  });

  test("is previewed without a trace: rows moved, the finish, whom it touches", async () => {
    await underway(scene);
    const before = await world.traces();
    const seen = await preview(["brackets"], 2);
    expect(seen.moved.map(({ name, after, workdays }) => `${name} ${after.finish} ${workdays}`)).toEqual([
      "Кронштейны 2026-09-14 2",
      "Модули 2026-09-19 2",
    ]);
    expect(seen).toMatchObject({
      criticalMoved: 2,
      finish: { before: "2026-09-17", after: "2026-09-19", workdays: 2 },
      touched: [{ id: (await world.as("construction_itr")).id }],
    });
    expect(await world.traces()).toEqual(before);
    expect(await scene.dates("brackets")).toBe("07.09–11.09");
  });

  test("is moved at once, unsigned: by days, to a last day, to a first day", async () => {
    await underway(scene);
    expect(await scene.shift(["brackets"], { by: "days", workdays: 2 })).toMatchObject({ moved: 2 });
    expect(await scene.dates("brackets")).toBe("07.09–14.09");
    expect(await scene.dates("modules")).toBe("15.09–19.09");
    await scene.shift(["modules"], { by: "finish", day: "2026-09-22" });
    expect(await scene.dates("modules")).toBe("17.09–22.09");
    await scene.shift(["modules"], { by: "start", day: "2026-09-21" });
    expect(await scene.dates("modules")).toBe("21.09–25.09");
    await scene.shift(["modules"], { by: "days", workdays: -2 });
    expect(await scene.dates("modules")).toBe("18.09–23.09");
    const { rows } = await getGprContent.run(await scene.as("pto"), { gprId: scene.gprId });
    expect(rows.map(({ start, finish }) => `${start} ${finish}`)).toEqual([
      "2026-08-31 2026-09-04",
      "2026-09-05 2026-09-10",
      "2026-09-11 2026-09-16",
      "2026-08-31 2026-09-02",
    ]);
  });

  test("is put off by a pause", async () => {
    await underway(scene);
    await scene.shift(["brackets", "modules"], { by: "pause", from: "2026-09-09", to: "2026-09-10" });
    expect(await scene.dates("brackets")).toBe("07.09–14.09");
    expect(await scene.dates("modules")).toBe("15.09–19.09");
    const { rows } = await scene.compare();
    expect(rows.map(({ added, heldUntil }) => `${added} ${heldUntil}`)).toEqual([
      "0 null",
      "2 null",
      "0 2026-09-15",
      "0 null",
    ]);
  });

  test("refuses what cannot be moved so", async () => {
    await underway(scene);
    const sentence = async (rows: readonly RowName[], how: Parameters<ForecastScene["shift"]>[1]) => {
      const refused = await refuses(() => scene.shift(rows, how));
      return [refused.details.sentence, ...fieldsOf(refused)];
    };
    const days = { by: "days", workdays: 3 } as const;
    expect(await sentence(["modules", "axes"], days)).toEqual(["gpr_row_over", "rows.1: gpr_row_over"]);
    expect(await sentence(["brackets"], { by: "start", day: "2026-09-21" })).toEqual([
      "gpr_row_begun",
      "rows.0: gpr_row_begun",
    ]);
    expect(await sentence(["south"], days)).toContain("rows.0: gpr_row_gone");
    expect(await sentence(["modules"], { by: "days", workdays: -3 })).toEqual(["gpr_nothing_moves"]);
    const pause = { by: "pause", from: "2026-09-13", to: "2026-09-13" } as const;
    expect(await sentence(["modules"], pause)).toContain("how.to: gpr_pause_without_workdays");
    expect(await sentence(["modules"], { ...pause, to: "2026-09-12" })).toContain(
      "how.to: gpr_pause_backwards",
    );
    expect(await sentence(["modules"], { by: "start", day: "2100-11-01" })).toContain("gpr_wrong_row");
    const { id: gprId } = await createGpr.run(await scene.as("project_manager"), {
      objectId: scene.object.id,
      from: "active",
    });
    const draft = await refuses(async () =>
      previewGprShift.run(await scene.as("project_manager"), {
        gprId,
        rows: [scene.keys.modules],
        how: days,
      }),
    );
    expect(draft).toMatchObject({ code: "conflict", details: { sentence: "gpr_not_in_force" } });
  });
});

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

describe("why", () => {
  const why = async (row: RowName) =>
    whyGpr.run(await scene.as("pto"), { gprId: scene.gprId, row: scene.keys[row] });

  test("a row is on its day is said in a sentence, with the rows that lead to it", async () => {
    expect(await why("axes")).toMatchObject({
      reason: { kind: "data_date", day: "2026-09-08" },
      text: "По плану пора, но не начато: считаем с сегодняшнего дня, 8 сентября 2026",
    });
    await underway(scene);
    expect(await why("axes")).toMatchObject({ text: "Начато 31 августа 2026, закончено 5 сентября 2026" });
    const modules = await why("modules");
    expect(modules).toMatchObject({
      reason: { kind: "link", drivenBy: scene.keys.brackets },
      text: "После окончания строки 2 «Кронштейны»",
      drivenBy: { number: 2, name: "Кронштейны" },
    });
    expect(modules.path.map(({ name }) => name)).toEqual(["Модули", "Кронштейны"]);
    await scene.shift(["modules"], { by: "start", day: "2026-09-21" });
    expect((await why("modules")).text).toBe("Прогноз сдвинут: не раньше 21 сентября 2026");
    const last = await whyGpr.run(await scene.as("pto"), { gprId: scene.gprId });
    expect(last.row.name).toBe("Модули");
    const gone = await refuses(() => why("south"));
    expect(fieldsOf(gone)).toEqual(["row: gpr_row_gone"]);
  });

  test("the finish is where it is: the rows that drive it, by owner", async () => {
    await underway(scene);
    const held = await holdingGpr.run(await scene.as("pto"), { gprId: scene.gprId });
    expect(held.finish).toBe("2026-09-17");
    expect(held.rows.map(({ name }) => name)).toEqual(["Модули", "Кронштейны"]);
    const { id, fullName } = await world.as("construction_itr");
    expect(held.owners).toMatchObject([
      { owner: { id, fullName }, rows: 2, workdays: 10, next: { name: "Кронштейны" } },
    ]);
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

test("edits of a draft are previewed before they are saved", async () => {
  const ctx = await scene.as("project_manager");
  const { id: gprId } = await createGpr.run(ctx, { objectId: scene.object.id, from: "active" });
  const { rows } = await getGprContent.run(ctx, { gprId });
  const { key = "", version = 0 } = rows.find((row) => row.key === scene.keys.axes) ?? {};
  const edits = [{ do: "set" as const, rows: [{ key, version }], fields: { duration: 8 } }];
  const before = await world.traces();
  const seen = await previewGprEdits.run(ctx, { gprId, edits });
  expect(seen.moved.map(({ name, workdays }) => `${name} ${workdays}`)).toEqual([
    "Разбивка осей 3",
    "Кронштейны 3",
    "Модули 3",
  ]);
  expect(seen.finish).toEqual({ before: "2026-09-16", after: "2026-09-19", workdays: 3 });
  expect(await world.traces()).toEqual(before);
  expect((await getGprContent.run(ctx, { gprId })).rows).toEqual(rows);
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
