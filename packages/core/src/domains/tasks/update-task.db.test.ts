import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldsOf, refusalOf } from "../../testing/index.ts";
import { createTask } from "./create-task.ts";
import { decideReschedule } from "./decide-reschedule.ts";
import { requestReschedule } from "./request-reschedule.ts";
import { setChecklistItem } from "./set-checklist-item.ts";
import { changeTaskStatus } from "./change-task-status.ts";
import { openTaskScene, insertTaskRow, taskNow, type TaskScene } from "./testing/task-scene.ts";
import { updateTask } from "./update-task.ts";

let scene: TaskScene;
let manager: UserActor;
beforeAll(async () => {
  scene = await openTaskScene();
  manager = await scene.world.as("project_manager");
});
afterAll(() => scene.world.close());

const ctxOf = (actor: UserActor) => scene.world.ctx(actor);
const deadlines = async (taskId: number) => {
  const rows = await scene.world.db.read<{ deadline: string | null }>(
    "select deadline::text as deadline from task_deadlines where task_id = $1 order by id",
    [taskId],
  );
  return rows.map((row) => row.deadline);
};
const lines = (taskId: number) =>
  scene.world.db.read<{ id: number; text: string; done: boolean }>(
    "select id, text, done from task_checklist_items where task_id = $1 order by sort",
    [taskId],
  );
const create = (more: Omit<Parameters<typeof createTask.run>[1], "objectId" | "title"> = {}) =>
  createTask.run(ctxOf(manager), { objectId: scene.objectId, title: "Герметизация", ...more });

describe("a new task", () => {
  test("is new without an assignee, and emits its event", async () => {
    const ctx = ctxOf(manager);
    const made = await createTask.run(ctx, {
      objectId: scene.objectId,
      title: "Проверить <b>геометрию</b> & створ",
    });
    expect(made).toEqual({ id: made.id, version: 1, status: "new" });
    const told = await scene.world.db.read<{ type: string }>(
      "select type from outbox where entity_type = 'task' and entity_id = $1",
      [made.id],
    );
    expect(told).toEqual([{ type: "task.created" }]);
  });

  test("with an assignee is assigned at once, and its first deadline is recorded", async () => {
    const made = await create({ assigneeId: scene.worker.id, deadline: "2026-09-08" });
    expect(made.status).toBe("assigned");
    expect(await taskNow(ctxOf(manager), made.id)).toMatchObject({ assigneeId: scene.worker.id, moves: 1 });
    expect(await deadlines(made.id)).toEqual(["2026-09-08"]);
  });

  test("is refused with a past deadline, an observer, or on a closed object", async () => {
    const { world, objectId } = scene;
    const before = await world.traces();
    expect(fieldsOf(await refusalOf(create({ deadline: "2026-09-07" })))).toEqual([
      "deadline: deadline_past",
    ]);
    const viewer = await world.as("viewer");
    expect(fieldsOf(await refusalOf(create({ assigneeId: viewer.id })))).toEqual([
      "assigneeId: viewer_has_no_tasks",
    ]);
    for (const status of ["closed", "archived"]) {
      await world.db.sql`update objects set status = ${status} where id = ${objectId}`;
      expect(await refusalOf(create())).toMatchObject({ details: { sentence: "object_is_over" } });
    }
    await world.db.sql`update objects set status = 'active' where id = ${objectId}`;
    expect(await world.traces()).toEqual(before);
  });

  test("the same key returns the same task; another request with it is refused", async () => {
    const ctx = scene.world.ctx(manager, { idempotencyKey: "task-1" });
    const input = { objectId: scene.objectId, title: "Один раз" };
    const [first, second] = [await createTask.run(ctx, input), await createTask.run(ctx, input)];
    expect(second).toEqual(first);
    expect((await refusalOf(createTask.run(ctx, { ...input, title: "Другая" }))).code).toBe(
      "idempotency_mismatch",
    );
  });

  test("at 01:30 yesterday's deadline is still accepted: the object's day has not turned", async () => {
    const night = scene.world.ctx(manager, { now: new Date("2026-09-08T22:30:00.000Z") });
    const made = await createTask.run(night, {
      objectId: scene.objectId,
      title: "Ночная",
      deadline: "2026-09-08",
    });
    expect(await deadlines(made.id)).toEqual(["2026-09-08"]);
  });
});

describe("a change", () => {
  test("keeps every deadline and records old and new values", async () => {
    const { id: taskId } = await create({ deadline: "2026-09-10" });
    await updateTask.run(ctxOf(manager), {
      taskId,
      version: 1,
      deadline: "2026-09-12",
      priority: "critical",
    });
    await updateTask.run(ctxOf(manager), { taskId, version: 2, deadline: null });
    expect(await deadlines(taskId)).toEqual(["2026-09-10", "2026-09-12", null]);
    const rows = await scene.world.db.read(
      "select before, after from audit_log where action = 'task.update' and entity_id = $1 order by id",
      [taskId],
    );
    expect(rows).toEqual([
      {
        before: { priority: "normal", deadline: "2026-09-10" },
        after: { priority: "critical", deadline: "2026-09-12" },
      },
      { before: { deadline: "2026-09-12" }, after: { deadline: null } },
    ]);
  });

  test("of the deadline closes the open request: approved later it would revert the new deadline", async () => {
    const taskId = await insertTaskRow(ctxOf(manager), scene, "in_progress", { deadline: "2026-09-10" });
    const input = { taskId, deadline: "2026-09-14", reason: "лаборатория занята" };
    const request = await requestReschedule.run(ctxOf(scene.worker), input);
    await updateTask.run(ctxOf(manager), { taskId, version: 1, title: "Ось 6" });
    const stateOf = () =>
      scene.world.db.read("select status, version from reschedule_requests where id = $1", [request.id]);
    expect(await stateOf()).toEqual([{ status: "open", version: 1 }]);
    await updateTask.run(ctxOf(manager), { taskId, version: 2, deadline: "2026-09-20" });
    expect(await stateOf()).toEqual([{ status: "refused", version: 2 }]);
    const granted = { requestId: request.id, to: "approved" as const, version: 2 };
    expect((await refusalOf(decideReschedule.run(ctxOf(manager), granted))).code).toBe("invalid_transition");
    expect((await taskNow(ctxOf(manager), taskId)).deadline).toBe("2026-09-20");
    const [row] = await scene.world.db.read(
      "select by from audit_log where entity_type = 'reschedule_request' and entity_id = $1 and action = 'task.update'",
      [request.id],
    );
    expect(row).toEqual({ by: "system:deadline_set" });
  });

  test("is refused with a past deadline, from an older version, when empty, and when the task is finished", async () => {
    const { id: taskId } = await create({ deadline: "2026-09-10" });
    const change = (more: object, version = 1) =>
      updateTask.run(ctxOf(manager), { taskId, version, ...more });
    expect(fieldsOf(await refusalOf(change({ deadline: "2026-09-07" })))).toEqual([
      "deadline: deadline_past",
    ]);
    expect((await refusalOf(change({ title: "Новое" }, 4))).code).toBe("version_conflict");
    expect(fieldsOf(await refusalOf(change({})))).toEqual([": nothing_to_change"]);
    const done = await insertTaskRow(ctxOf(manager), scene, "done");
    const finished = updateTask.run(ctxOf(manager), { taskId: done, version: 1, title: "Новое" });
    expect(await refusalOf(finished)).toMatchObject({
      code: "conflict",
      details: { sentence: "task_finished" },
    });
  });

  test("of an overdue task may keep its deadline", async () => {
    const taskId = await insertTaskRow(ctxOf(manager), scene, "in_progress", { deadline: "2026-09-01" });
    const changed = updateTask.run(ctxOf(manager), {
      taskId,
      version: 1,
      deadline: "2026-09-01",
      title: "Ось 5",
    });
    expect(await changed).toMatchObject({ status: "in_progress", version: 2 });
    expect(await deadlines(taskId)).toEqual([]);
  });

  test("replaces the whole checklist; ticks of kept items stay", async () => {
    const { id: taskId } = await create({ assigneeId: scene.worker.id, checklist: ["а", "б", "в"] });
    await changeTaskStatus.run(ctxOf(scene.worker), { taskId, to: "in_progress", version: 1 });
    const [, second, third] = await lines(taskId);
    await setChecklistItem.run(ctxOf(scene.worker), { itemId: third?.id ?? 0, done: true, version: 1 });
    await updateTask.run(ctxOf(manager), { taskId, version: 2, checklist: ["в", "г", "б"] });
    const now = await lines(taskId);
    expect(now.map(({ text, done }) => [text, done])).toEqual([
      ["в", true],
      ["г", false],
      ["б", false],
    ]);
    expect([now[0]?.id, now[2]?.id]).toEqual([third?.id, second?.id]);
  });
});

test("regression 36: an item is set to a value; a second tap from the same version changes nothing", async () => {
  const { id: taskId } = await create({ assigneeId: scene.worker.id, checklist: ["а"] });
  const [line] = await lines(taskId);
  const tick = () =>
    setChecklistItem.run(ctxOf(scene.worker), { itemId: line?.id ?? 0, done: true, version: 1 });
  expect(await refusalOf(tick())).toMatchObject({ details: { sentence: "checklist_not_now" } });
  await changeTaskStatus.run(ctxOf(scene.worker), { taskId, to: "in_progress", version: 1 });
  await tick();
  expect((await refusalOf(tick())).code).toBe("version_conflict");
  expect(await lines(taskId)).toMatchObject([{ text: "а", done: true }]);
});

describe("another deadline", () => {
  const ask = (taskId: number, deadline: string) =>
    requestReschedule.run(ctxOf(scene.worker), { taskId, deadline, reason: "модули задержались" });

  test("approved changes the deadline and keeps the history; rejected leaves it", async () => {
    const { id: taskId } = await create({ assigneeId: scene.worker.id, deadline: "2026-09-10" });
    const first = await ask(taskId, "2026-09-15");
    expect(first).toMatchObject({ status: "open", fromDay: "2026-09-10", toDay: "2026-09-15" });
    const silent = decideReschedule.run(ctxOf(manager), { requestId: first.id, to: "refused", version: 1 });
    expect(fieldsOf(await refusalOf(silent))).toEqual(["reason: reason_required"]);
    await decideReschedule.run(ctxOf(manager), {
      requestId: first.id,
      to: "refused",
      version: 1,
      reason: "ждать нельзя",
    });
    const second = await ask(taskId, "2026-09-14");
    const decided = await decideReschedule.run(ctxOf(manager), {
      requestId: second.id,
      to: "approved",
      version: 1,
    });
    expect(decided).toMatchObject({
      status: "approved",
      decidedBy: { id: manager.id, fullName: manager.fullName },
    });
    expect(await taskNow(ctxOf(manager), taskId)).toMatchObject({ deadline: "2026-09-14", version: 2 });
    expect(await deadlines(taskId)).toEqual(["2026-09-10", "2026-09-14"]);
  });

  test("is after today and not the present one", async () => {
    const { id: taskId } = await create({ assigneeId: scene.worker.id, deadline: "2026-09-10" });
    expect(fieldsOf(await refusalOf(ask(taskId, "2026-09-08")))).toEqual(["deadline: deadline_not_later"]);
    expect(fieldsOf(await refusalOf(ask(taskId, "2026-09-10")))).toEqual(["deadline: deadline_same"]);
  });

  test("that has passed meanwhile can only be rejected; a cancelled task closes its request", async () => {
    const { id: taskId } = await create({ assigneeId: scene.worker.id });
    const { id: requestId } = await ask(taskId, "2026-09-09");
    const later = scene.world.ctx(manager, { now: new Date("2026-09-11T09:00:00.000Z") });
    const late = await refusalOf(decideReschedule.run(later, { requestId, to: "approved", version: 1 }));
    expect(late).toMatchObject({ code: "conflict", details: { sentence: "reschedule_day_past" } });
    await changeTaskStatus.run(later, { taskId, to: "cancelled", version: 1, reason: "больше не нужно" });
    const [row] = await scene.world.db.read(
      `select r.status, a.by from reschedule_requests r
       join audit_log a on a.entity_type = 'reschedule_request' and a.entity_id = r.id and a.by is not null
       where r.id = $1`,
      [requestId],
    );
    expect(row).toEqual({ status: "refused", by: "system:task_moved" });
  });
});
