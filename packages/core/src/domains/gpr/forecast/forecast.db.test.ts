import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type World } from "../../../testing/index.ts";
import {
  compareGpr,
  createGpr,
  getGprContent,
  holdingGpr,
  previewGprEdits,
  previewGprShift,
  shiftGpr,
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
    expect(fieldsOf(draft)).toEqual(["gprId: gpr_not_in_force"]);
    const shift = await refuses(async () =>
      shiftGpr.run(await scene.as("project_manager"), {
        gprId,
        rows: [scene.keys.modules],
        how: days,
        reason: "Модули придут позже",
      }),
    );
    expect(shift).toMatchObject({ code: "conflict", details: { sentence: "gpr_not_in_force" } });
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
