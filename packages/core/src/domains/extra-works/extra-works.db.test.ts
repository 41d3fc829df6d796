import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { enterFact, reverseFact } from "../facts/index.ts";
import { setFloorVolumes } from "../production/index.ts";
import {
  decideExtra,
  followExtra,
  getExtra,
  listExtras,
  listPlanRevisions,
  priceExtra,
  reportExtra,
  stepBackExtra,
  undoExtraDecision,
} from "./index.ts";

let world: World;
let here: TestObject;
let foreman: UserActor;
let manager: UserActor;
let works: Readonly<Record<string, number>>;

beforeAll(async () => {
  world = await createTestWorld();
  foreman = await world.as("construction_itr");
  manager = await world.as("project_manager");
  const rows = await world.db.read<{ id: number; code: string }>("select id, code from work_types", []);
  works = Object.fromEntries(rows.map(({ id, code }) => [code, id]));
});
afterAll(() => world.close());
beforeEach(async () => {
  here = await world.createTestObject();
  await world.db.sql`delete from plan_revisions where object_id = ${here.id}`;
});

const at = async (actor: UserActor, minutes = 0) =>
  world.ctx(await world.again(actor), { now: new Date(world.now.getTime() + minutes * 60_000) });
const report = async (more: object = {}) =>
  reportExtra.run(await at(foreman), {
    objectId: here.id,
    title: "Заделка проёма под вентиляцию",
    quantity: "4",
    unit: "шт",
    place: "Юг 1, оси Д–Е",
    orderedBy: "Генподрядчик, Ильин",
    ...more,
  });
const place = (floor = "1", work = "МОД") => ({
  facadeId: here.facadeId("Юг"),
  floorId: here.floorId(floor),
  workTypeId: works[work] ?? 0,
});
const accept = async (extraId: number, more: object = {}) =>
  decideExtra.run(await at(manager), {
    extraId,
    version: 1,
    move: "accept",
    document: "письмо № 112",
    ...place(),
    ...more,
  });
const cardFor = async (actor: UserActor, extraId: number, minutes = 0) =>
  getExtra.run(await at(actor, minutes), { extraId });
const planOf = async (floorVolumeId: number) => {
  const [cell] = await world.db.read<{ plan: string; hours: boolean }>(
    `select trim_scale(v.plan_qty)::text as plan, s.plan_hours = (select sum(c.plan_qty * w.norm_hours)
        from floor_volumes c join work_types w on w.id = c.work_type_id where c.object_id = v.object_id) as hours
     from floor_volumes v join object_sums s on s.object_id = v.object_id where v.id = $1`,
    [floorVolumeId],
  );
  return cell ?? null;
};
const refuses = async (work: () => Promise<unknown>) => {
  const before = await world.traces();
  const refused = await refusalOf(work());
  expect(await world.traces()).toEqual(before);
  return refused;
};

describe("the decision", () => {
  test("accepting makes a volume of the plan with its document, and can be taken back", async () => {
    const cell = here.cell("Юг", "1", "МОД");
    const before = await planOf(cell);
    const { id } = await report();
    expect((await accept(id)).status).toBe("accepted");
    const planned = await planOf(cell);
    expect(Number(planned?.plan)).toBe(Number(before?.plan) + 4);
    expect(planned?.hours).toBe(true);
    expect(await cardFor(foreman, id)).toMatchObject({
      document: "письмо № 112",
      volume: { floorVolumeId: cell, facade: "Юг", floor: "1" },
    });
    const revisions = async () =>
      (await listPlanRevisions.run(await at(manager), { objectId: here.id })).items;
    expect(await revisions()).toMatchObject([
      { oldQty: before?.plan, newQty: planned?.plan, document: "письмо № 112", extraId: id },
    ]);
    await undoExtraDecision.run(await at(manager, 9), { extraId: id });
    expect(await planOf(cell)).toEqual(before);
    expect(await revisions()).toHaveLength(2);
    expect(await cardFor(manager, id)).toMatchObject({ status: "reported", document: null, volume: null });
  });

  test("a place without a plan gets a cell, which the undo removes again", async () => {
    await world.db.sql`delete from floor_volumes where id = ${here.cell("Юг", "2", "КРН-Н")}`;
    const { id } = await report({ quantity: "6" });
    await accept(id, place("2", "КРН-Н"));
    const { volume } = await cardFor(manager, id);
    expect(await planOf(volume?.floorVolumeId ?? 0)).toMatchObject({ plan: "6", hours: true });
    await undoExtraDecision.run(await at(manager), { extraId: id });
    expect(await planOf(volume?.floorVolumeId ?? 0)).toBeNull();
  });

  test("a cell that has entries, reversed ones too, stays: a conflict, as there is no field to mend", async () => {
    await world.db.sql`delete from floor_volumes where id = ${here.cell("Юг", "2", "КРН-Н")}`;
    const { id } = await report({ quantity: "6" });
    const { version } = await accept(id, place("2", "КРН-Н"));
    const { volume } = await cardFor(manager, id);
    const floorVolumeId = volume?.floorVolumeId ?? 0;
    const entry = { objectId: here.id, floorVolumeId, date: "2026-09-08", quantity: "2" };
    const { fact } = await enterFact.run(await at(foreman), entry);
    const reason = "не на том этаже";
    await reverseFact.run(await at(foreman), { factId: fact.id, version: fact.version, reason });
    const undo = async () => undoExtraDecision.run(await at(manager), { extraId: id });
    const reopen = async () =>
      decideExtra.run(await at(manager, 20), { extraId: id, version, move: "reopen", reason });
    for (const work of [undo, reopen]) {
      expect(await refuses(work)).toMatchObject({
        code: "conflict",
        details: { sentence: "cell_has_entries" },
      });
    }
  });

  test("is not undone once more is done than would be left, nor after ten minutes, nor by others", async () => {
    const cell = here.cell("Юг", "1", "МОД");
    const before = Number((await planOf(cell))?.plan);
    const { id } = await report();
    await accept(id);
    const undo = async (actor: UserActor, minutes: number) =>
      undoExtraDecision.run(await at(actor, minutes), { extraId: id });
    const other = await world.as("admin");
    expect((await refuses(() => undo(other, 1))).details).toMatchObject({ sentence: "only_mover_undoes" });
    expect((await refuses(() => undo(manager, 11))).details).toMatchObject({
      sentence: "move_undo_time_over",
    });
    const entry = { objectId: here.id, floorVolumeId: cell, date: "2026-09-08" };
    await enterFact.run(await at(foreman), { ...entry, quantity: String(before + 1) });
    expect((await refuses(() => undo(manager, 1))).details).toMatchObject({ sentence: "extra_cell_changed" });
  });

  test("is made anew once its ten minutes are over: the volume leaves the plan, and a reason is told", async () => {
    const cell = here.cell("Юг", "1", "МОД");
    const before = await planOf(cell);
    const { id } = await report();
    const { version } = await accept(id);
    const reopen = async (more: object = {}) =>
      decideExtra.run(await at(manager, 11), {
        extraId: id,
        version,
        move: "reopen",
        reason: "письмо о другом проёме",
        ...more,
      });
    // Undoing is offered once while its time lasts.
    expect((await cardFor(manager, id, 5)).can.actions).toEqual(["reopen", "undo", "follow", "price"]);
    expect((await refuses(() => reopen({ reason: "" }))).code).toBe("validation_failed");
    expect((await reopen()).status).toBe("reported");
    expect(await planOf(cell)).toEqual(before);
    expect(await cardFor(manager, id, 12)).toMatchObject({
      status: "reported",
      document: null,
      volume: null,
      can: { actions: ["accept", "reject", "follow", "price"], undoUntil: null },
      moves: [{ move: "reopen", reason: "письмо о другом проёме" }, { move: "accept" }],
    });
  });

  test("is not made anew while less than what is done would be left of the plan", async () => {
    const cell = here.cell("Юг", "1", "МОД");
    const before = Number((await planOf(cell))?.plan);
    const { id } = await report();
    const { version } = await accept(id);
    const entry = { objectId: here.id, floorVolumeId: cell, date: "2026-09-08" };
    await enterFact.run(await at(foreman), { ...entry, quantity: String(before + 1) });
    const reopen = async () =>
      decideExtra.run(await at(manager), { extraId: id, version, move: "reopen", reason: "ошибка" });
    expect((await refuses(reopen)).details).toMatchObject({ sentence: "extra_cell_changed" });
  });

  test("needs a kind of work in the same unit, parts of the object, a document or a reason", async () => {
    const { id } = await report();
    const decide = async (more: object) => accept(id, more);
    expect(fieldsOf(await refuses(() => decide({ workTypeId: works["УТП"] })))).toEqual([
      "workTypeId: extra_other_unit",
    ]);
    const other = await world.createTestObject();
    expect(fieldsOf(await refuses(() => decide({ facadeId: other.facadeId("Юг") })))).toEqual([
      "facadeId: unknown_facade",
    ]);
    expect(fieldsOf(await refuses(() => decide({ floorId: other.floorId("1") })))).toEqual([
      "floorId: unknown_floor",
    ]);
    const reject = async () =>
      decideExtra.run(await at(manager), { extraId: id, version: 1, move: "reject" } as never);
    expect(fieldsOf(await refuses(reject))).toEqual(["reason: reason_required"]);
    expect(fieldsOf(await refuses(() => report({ quantity: "1.5" })))).toEqual(["quantity: quantity_whole"]);
  });

  test("is the project manager's; observers see nothing of extra works", async () => {
    const { id } = await report();
    const byForeman = async () =>
      decideExtra.run(await at(foreman), {
        extraId: id,
        version: 1,
        move: "reject",
        reason: "это в договоре",
      });
    expect(await refuses(byForeman)).toMatchObject({
      code: "forbidden",
      details: { permission: "extra.decide" },
    });
    const viewer = await world.as("viewer");
    expect((await refusalOf(cardFor(viewer, id))).code).toBe("not_found");
    const list = async () => listExtras.run(await at(viewer), { objectId: here.id });
    expect((await refusalOf(list())).code).toBe("forbidden");
  });
});

describe("the way to the customer", () => {
  const follow = async (extraId: number, version: number, minutes = 0) =>
    followExtra.run(await at(manager, minutes), { extraId, version, document: `письмо № ${version}` });
  const DAY = 24 * 60;

  test("goes step by step with documents, and its age counts from the last step", async () => {
    const { id } = await report();
    expect(await cardFor(manager, id, 3 * DAY)).toMatchObject({ stage: "verbal", ageDays: 3 });
    expect(await follow(id, 1, 3 * DAY)).toMatchObject({ stage: "letter", version: 2 });
    expect(await cardFor(manager, id, 5 * DAY)).toMatchObject({ stage: "letter", ageDays: 2 });
    const back = async (version: number) =>
      stepBackExtra.run(await at(manager, 5 * DAY), { extraId: id, version, reason: "не тот документ" });
    expect(await back(2)).toMatchObject({ stage: "verbal" });
    expect(await cardFor(manager, id, 5 * DAY)).toMatchObject({ ageDays: 5, steps: [] });
    expect((await refuses(() => back(3))).details).toMatchObject({ sentence: "extra_no_step" });
    await follow(id, 3);
    await follow(id, 4);
    expect(await follow(id, 5)).toMatchObject({ stage: "presented" });
    expect((await refuses(() => follow(id, 6))).details).toMatchObject({ sentence: "extra_presented" });
    const open = await listExtras.run(await at(manager), { objectId: here.id });
    expect(open.items).toEqual([]);
  });

  test("the list begins with what waits longest; the price is for those who may see money", async () => {
    const older = await report();
    const newer = await reportExtra.run(await at(foreman, DAY), {
      objectId: here.id,
      title: "Доборный элемент",
      quantity: "2",
      unit: "м.п.",
      place: "Запад 1",
      orderedBy: "Заказчик",
    });
    await priceExtra.run(await at(manager), { extraId: older.id, version: 1, price: "84000" });
    const listFor = async (actor: UserActor) =>
      (await listExtras.run(await at(actor, 2 * DAY), { objectId: here.id })).items;
    const director = await world.as("director");
    expect(await listFor(director)).toMatchObject([
      { id: older.id, ageDays: 2, price: "84000.00" },
      { id: newer.id, ageDays: 1, price: null },
    ]);
    expect((await listFor(foreman))[0]?.price).toBeNull();
  });
});

test("changes of a plan in work are kept with their reason; those of a plan being made are not", async () => {
  const change = async (planQty: string, version: number, more: object = {}) =>
    setFloorVolumes.run(await at(manager), {
      objectId: here.id,
      volumes: [{ ...place(), planQty, version }],
      ...more,
    });
  await change("50", 1, { reason: "перемер фасада", document: "акт № 3" });
  await world.db.sql`update objects set status = 'planning' where id = ${here.id}`;
  await change("51", 2);
  const { items } = await listPlanRevisions.run(await at(manager), { objectId: here.id });
  expect(items).toMatchObject([
    { newQty: "50", reason: "перемер фасада", document: "акт № 3", extraId: null },
  ]);
});
