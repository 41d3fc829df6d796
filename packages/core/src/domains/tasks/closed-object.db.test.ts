import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listMyApprovals } from "../verbs.ts";
import { getDashboard } from "../dashboard/index.ts";
import { getTask } from "./get-task.ts";
import { openTaskScene, insertTaskRow, type TaskScene } from "./testing/task-scene.ts";

let scene: TaskScene;
let manager: UserActor;
beforeAll(async () => {
  scene = await openTaskScene();
  manager = await scene.world.as("project_manager");
});
afterAll(() => scene.world.close());

const ctx = (actor: UserActor) => scene.world.ctx(actor);
const setStatus = (status: string) =>
  scene.world.db.sql`update objects set status = ${status} where id = ${scene.objectId}`;
const kindsFor = async (actor: UserActor) =>
  (await listMyApprovals.run(ctx(actor), {})).items.map(({ kind }) => kind).sort();

test("tasks of a closed object wait for nobody and offer no action that would be refused", async () => {
  const { worker, boss } = scene;
  const taskId = await insertTaskRow(ctx(manager), scene, "assigned");
  await insertTaskRow(ctx(manager), scene, "review");
  await scene.world.db.sql`
    insert into reschedule_requests (task_id, object_id, requested_by, to_day, reason, status, created_at)
    values (${taskId}, ${scene.objectId}, ${worker.id}, '2026-10-01', 'не успеваем', 'open', ${scene.world.now})`;
  await scene.world.rebuildDecisions();
  expect(await kindsFor(worker)).toEqual(["task_to_take"]);
  for (const judge of [manager, boss]) expect(await kindsFor(judge)).toEqual(["reschedule", "task_to_judge"]);
  const { can } = await getTask.run(ctx(worker), { taskId });
  expect(can.actions).toEqual(["take", "decline", "block", "comment"]);

  await setStatus("closed");
  for (const actor of [worker, manager, boss]) expect(await kindsFor(actor)).toEqual([]);
  expect((await getDashboard.run(ctx(manager), {})).waiting.decisions.task_to_judge).toBe(0);
  for (const actor of [worker, manager])
    expect((await getTask.run(ctx(actor), { taskId })).can).toEqual({
      actions: ["comment"],
      request: null,
      undoUntil: null,
    });

  await setStatus("completing");
  expect(await kindsFor(manager)).toEqual(["reschedule", "task_to_judge"]);
});
