import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { photoOf } from "../../testing/verbs/rows.ts";
import { changeObjectStatus, getFacadeMap, getObjectDashboard } from "../objects/index.ts";
import {
  changeDefectStatus,
  getDefect,
  listDefects,
  reportDefect,
  undoDefectMove,
  updateDefect,
} from "./index.ts";
import { defectTelegramCard } from "./card/index.ts";
import { insertDefect } from "./testing/insert-defect.ts";

let world: World;
let object: TestObject;
let manager: UserActor;
let foreman: UserActor;
let installer: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  object = await world.createTestObject();
  manager = await world.as("project_manager");
  foreman = await world.as("construction_itr");
  installer = await world.as("installer");
});
afterAll(() => world.close());

const at = async (actor: UserActor) => world.ctx(await world.again(actor));
const put = (more: object = {}) =>
  insertDefect(world.ctx(manager), object, { reporterId: foreman.id, ...more });

test("numbers follow one another on an object, two reporters at once included", async () => {
  const { id: objectId, facadeId } = await world.createTestObject();
  const report = async (actor: UserActor) => {
    const ctx = await at(actor);
    const fileIds = [await photoOf(ctx, actor, objectId)];
    return reportDefect.run(ctx, { objectId, title: "Скол", facadeId: facadeId("Юг"), fileIds });
  };
  await Promise.all([report(foreman), report(manager), report(foreman), report(manager)]);
  const { items } = await listDefects.run(await at(manager), { objectId });
  expect(items.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4]);
});

test("a report without a photo, on a part of another object, of an unknown work, or with a term in the past is refused and leaves nothing", async () => {
  const elsewhere = await world.createTestObject();
  const ctx = await at(foreman);
  const fileIds = [await photoOf(ctx, foreman, object.id)];
  const whole = { objectId: object.id, title: "Скол", facadeId: object.facadeId("Юг"), fileIds };
  const before = await world.traces();
  const refused = async (input: object) =>
    fieldsOf(await refusalOf(reportDefect.run(ctx, { ...whole, ...input } as never)));
  expect(await refused({ fileIds: [] })).toEqual(["fileIds: defect_photo_required"]);
  expect(await refused({ facadeId: elsewhere.facadeId("Юг") })).toEqual([
    "facadeId: defect_facade_elsewhere",
  ]);
  expect(await refused({ floorId: elsewhere.floorId("1") })).toEqual(["floorId: defect_floor_elsewhere"]);
  expect(await refused({ workTypeId: 2_147_483_647 })).toEqual(["workTypeId: unknown_work_type"]);
  expect(await refused({ dueOn: "2020-01-01" })).toEqual(["dueOn: deadline_past"]);
  expect(await world.traces()).toEqual(before);
});

test("open ones are counted on the map and the dashboard; a critical one keeps the object from closing", async () => {
  const { id: objectId, ...parts } = await world.createTestObject();
  const here = { id: objectId, facadeId: parts.facadeId, floorId: parts.floorId };
  const defectId = await insertDefect(world.ctx(manager), here, {
    reporterId: foreman.id,
    severity: "critical",
    status: "fixed",
    responsibleId: installer.id,
  });
  await insertDefect(world.ctx(manager), here, { reporterId: foreman.id, status: "cancelled" });
  const marks = async () => {
    const map = await getFacadeMap.run(await at(manager), { objectId, workTypeId: "all" });
    const dashboard = await getObjectDashboard.run(await at(manager), { objectId });
    const floor = map.facades.find(({ code }) => code === "Юг")?.floors.find(({ code }) => code === "1");
    return [floor?.defects, dashboard.defects];
  };
  expect(await marks()).toEqual([1, { open: 1, critical: 1, overdue: 0 }]);
  const director = await world.as("director");
  await world.db.read("update objects set status = 'completing' where id = $1", [objectId]);
  const close = async () => {
    const [row] = await world.db.read<{ version: number }>("select version from objects where id = $1", [
      objectId,
    ]);
    const version = row?.version ?? 0;
    return changeObjectStatus.run(await at(director), { objectId, move: "close", version } as never);
  };
  expect(await refusalOf(close())).toMatchObject({
    details: { sentence: "open_critical_defects", values: { count: 1 } },
  });
  await changeDefectStatus.run(await at(manager), { defectId, version: 1, move: "verify" });
  expect(await marks()).toEqual([0, { open: 0, critical: 0, overdue: 0 }]);
  expect(await close()).toMatchObject({ status: "closed" });
});

test("it waits for who fixes it from the day it is given until it is fixed, by its day", async () => {
  const dueOn = "2026-09-10";
  const defectId = await put({ status: "assigned", responsibleId: installer.id, dueOn });
  const waits = () =>
    world.db.read(
      `select kind, holder_id as holder, due_on::text as due from pending_decisions
       where entity_type = 'defect' and entity_id = $1 and holder_id = $2`,
      [defectId, installer.id],
    );
  await changeDefectStatus.run(await at(installer), { defectId, version: 1, move: "start" });
  expect(await waits()).toEqual([{ kind: "defect_to_fix", holder: installer.id, due: dueOn }]);
  await undoDefectMove.run(await at(installer), { defectId });
  expect(await waits()).toEqual([{ kind: "defect_to_start", holder: installer.id, due: dueOn }]);
});

test("an observer sees what is wrong and where, and nothing of the people", async () => {
  const defectId = await put({ status: "in_work", responsibleId: installer.id });
  const viewer = await world.as("viewer");
  const card = await getDefect.run(await at(viewer), { defectId });
  expect(card).toMatchObject({
    reporter: null,
    responsible: null,
    crew: null,
    moves: [],
    can: { actions: [] },
  });
  const reader = {
    readerId: viewer.id,
    locale: "ru",
    timeZone: "Europe/Moscow",
    now: world.now,
    today: "2026-09-08",
  } as const;
  const told = (defect: typeof card) => String(defectTelegramCard.draw(defect, reader).text);
  expect(told(card)).not.toContain("не назначен");
  expect(told({ ...card, status: "open" })).toContain("не назначен");
});

test("undoing gives a defect back only to somebody who may still fix it", async () => {
  const leaver = await world.createUser({ role: "installer", fullName: "Илья Сомов" });
  const { id: objectId } = object;
  await world.db.read(
    "insert into object_roles (object_id, user_id, role, since) values ($1, $2, 'installer', $3)",
    [objectId, leaver.id, world.now.toISOString()],
  );
  const defectId = await put({ status: "assigned", responsibleId: leaver.id });
  await changeDefectStatus.run(await at(manager), {
    defectId,
    version: 1,
    move: "reassign",
    responsibleId: installer.id,
    reason: "уволился со вчерашнего дня",
  });
  await world.db.read("delete from object_roles where object_id = $1 and user_id = $2", [
    objectId,
    leaver.id,
  ]);
  const before = await world.traces();
  expect(await refusalOf(undoDefectMove.run(await at(manager), { defectId }))).toMatchObject({
    code: "conflict",
  });
  expect(await world.traces()).toEqual(before);
});

test("what a defect says is changed until it is over", async () => {
  const defectId = await put({ status: "fixed", responsibleId: installer.id });
  const ctx = await at(foreman);
  await updateDefect.run(ctx, { defectId, version: 1, severity: "minor", axes: null });
  expect(await getDefect.run(ctx, { defectId })).toMatchObject({ severity: "minor", version: 2 });
  expect(fieldsOf(await refusalOf(updateDefect.run(ctx, { defectId, version: 2 })))).toEqual([
    ": nothing_to_change",
  ]);
  await changeDefectStatus.run(ctx, { defectId, version: 2, move: "verify" });
  expect(await refusalOf(updateDefect.run(ctx, { defectId, version: 3, severity: "major" }))).toMatchObject({
    details: { sentence: "defect_over" },
  });
});

test("who fixes a defect makes it neither lighter nor due later, and calls it off by no dispute", async () => {
  const defectId = await put({ status: "assigned", severity: "critical", responsibleId: manager.id });
  const own = await at(manager);
  const before = await world.traces();
  for (const change of [{ severity: "minor" as const }, { dueOn: "2026-12-31" }, { title: "Пустяк" }]) {
    expect(await refusalOf(updateDefect.run(own, { defectId, version: 1, ...change }))).toMatchObject({
      code: "forbidden",
      details: { sentence: "not_own_work" },
    });
  }
  expect(await world.traces()).toEqual(before);
  expect((await getDefect.run(own, { defectId })).can.actions).not.toContain("edit");
  const reason = "это не дефект вовсе";
  await changeDefectStatus.run(own, { defectId, version: 1, move: "dispute", reason });
  expect((await getDefect.run(own, { defectId })).can.actions).toEqual(["uphold", "undo"]);
  const drop = changeDefectStatus.run(own, { defectId, version: 2, move: "drop", reason });
  expect(await refusalOf(drop)).toMatchObject({
    code: "forbidden",
    details: { sentence: "not_own_work" },
  });
  await changeDefectStatus.run(own, { defectId, version: 2, move: "uphold", reason });
});
