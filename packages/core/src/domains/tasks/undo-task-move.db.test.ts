import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refusalOf } from "../../testing/index.ts";
import { changeTaskStatus } from "./change-task-status.ts";
import { createTask } from "./create-task.ts";
import { requestReschedule } from "./request-reschedule.ts";
import { setChecklistItem } from "./set-checklist-item.ts";
import { firstLineOf, openTaskScene, insertTaskRow, taskNow, type TaskScene } from "./testing/task-scene.ts";
import { undoTaskMove } from "./undo-task-move.ts";
import { updateTask } from "./update-task.ts";

let scene: TaskScene;
let manager: UserActor;
beforeAll(async () => {
  scene = await openTaskScene();
  manager = await scene.world.as("project_manager");
});
afterAll(() => scene.world.close());

const at = (actor: UserActor, minutes = 0) =>
  scene.world.ctx(actor, { now: new Date(scene.world.now.getTime() + minutes * 60_000) });
const take = (taskId: number) =>
  changeTaskStatus.run(at(scene.worker), { taskId, to: "in_progress", version: 1 });
const decline = (taskId: number) =>
  changeTaskStatus.run(at(scene.worker), { taskId, to: "new", version: 1, reason: "это не моя зона" });
const undo = (taskId: number, minutes = 9, actor = scene.worker) =>
  undoTaskMove.run(at(actor, minutes), { taskId });
const columns = async (taskId: number) => {
  const [row] = await scene.world.db.read<Record<string, unknown>>("select * from tasks where id = $1", [
    taskId,
  ]);
  return { ...row, version: null };
};
const given = () => insertTaskRow(at(manager), scene, "assigned", { assignedAt: scene.world.now });
async function refusedUndo(taskId: number, minutes = 9, actor = scene.worker) {
  const before = [await columns(taskId), await scene.world.traces()];
  const refusal = await refusalOf(undo(taskId, minutes, actor));
  expect([await columns(taskId), await scene.world.traces()]).toEqual(before);
  return refusal;
}

test("a taken task returns to its former state, and the history keeps both", async () => {
  const taskId = await given();
  const before = await columns(taskId);
  await take(taskId);
  expect(await undo(taskId)).toMatchObject({
    status: "assigned",
    version: 3,
    actions: ["take", "decline", "block"],
  });
  expect(await columns(taskId)).toEqual(before);
  const trail = await scene.world.db.read<{ action: string; after: unknown }>(
    "select action, after from audit_log where entity_type = 'task' and entity_id = $1 order by id",
    [taskId],
  );
  expect(trail).toMatchObject([
    { action: "task.change_status", after: { status: "in_progress" } },
    { action: "task.undo", after: { status: "assigned" } },
  ]);
});

test("a declined task returns to the user who declined it, with its request", async () => {
  const taskId = await given();
  const { id: requestId } = await requestReschedule.run(at(scene.worker), {
    taskId,
    deadline: "2026-10-05",
    reason: "нет материала",
  });
  const before = await columns(taskId);
  await decline(taskId);
  const request = async () => {
    const [row] = await scene.world.db.read<{ status: string; decided: boolean }>(
      "select status, decided_at is not null as decided from reschedule_requests where id = $1",
      [requestId],
    );
    return row;
  };
  expect(await request()).toEqual({ status: "refused", decided: true });
  await undo(taskId);
  expect(await columns(taskId)).toEqual(before);
  expect(await request()).toEqual({ status: "open", decided: false });
});

test("within ten minutes, and once", async () => {
  const taskId = await given();
  await take(taskId);
  expect(await refusedUndo(taskId, 10)).toMatchObject({ details: { sentence: "move_undo_time_over" } });
  await undo(taskId);
  expect(await refusedUndo(taskId)).toMatchObject({
    code: "conflict",
    details: { sentence: "nothing_to_undo" },
  });
});

test("only by the user who made it", async () => {
  const taskId = await given();
  await take(taskId);
  for (const actor of [manager, await scene.world.as("admin"), scene.boss]) {
    expect(await refusedUndo(taskId, 1, actor)).toMatchObject({ code: "forbidden" });
  }
  expect(await refusedUndo(taskId, 1, await scene.world.as("viewer"))).toMatchObject({ code: "not_found" });
});

test("every move is undone in reverse order, and before the first there is nothing to undo", async () => {
  const taskId = await insertTaskRow(at(manager), scene, "in_progress");
  expect(await refusedUndo(taskId)).toMatchObject({ details: { sentence: "nothing_to_undo" } });
  const before = await columns(taskId);
  await changeTaskStatus.run(at(scene.worker), { taskId, move: "submit", version: 1 });
  await undo(taskId);
  expect(await columns(taskId)).toEqual(before);
  await changeTaskStatus.run(at(manager), {
    taskId,
    move: "cancel",
    version: 3,
    reason: "заказчик передумал",
  });
  await undo(taskId, 9, manager);
  expect(await columns(taskId)).toEqual(before);
});

test("not after something was done on top of it", async () => {
  const changed = await given();
  await take(changed);
  await updateTask.run(at(manager), { taskId: changed, version: 2, priority: "high" });
  expect(await refusedUndo(changed)).toMatchObject({ details: { sentence: "move_built_upon" } });

  const { id: ticked } = await createTask.run(at(manager), {
    objectId: scene.objectId,
    title: "Проверить крепёж",
    assigneeId: scene.worker.id,
    checklist: ["Первый ряд"],
  });
  await take(ticked);
  const itemId = await firstLineOf(at(manager), ticked);
  await setChecklistItem.run(at(scene.worker, 1), { itemId, done: true, version: 1 });
  expect(await refusedUndo(ticked)).toMatchObject({ details: { sentence: "move_built_upon" } });
  expect(await taskNow(at(manager), ticked)).toMatchObject({ status: "in_progress" });
});
