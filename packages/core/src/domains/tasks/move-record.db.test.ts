import { afterAll, beforeAll, expect, test } from "vitest";
import { createDelegation } from "../delegations/index.ts";
import { changeTaskStatus } from "./change-task-status.ts";
import { requestReschedule } from "./request-reschedule.ts";
import { openTaskScene, insertTaskRow, type TaskScene } from "./testing/task-scene.ts";

let scene: TaskScene;
beforeAll(async () => {
  scene = await openTaskScene();
});
afterAll(() => scene.world.close());

test("a request closed by a move made by the actor's own right is not recorded in a principal's name", async () => {
  const { world, worker } = scene;
  const manager = await world.as("project_manager");
  const days = { fromDay: "2026-09-08", toDay: "2026-09-20" };
  await createDelegation.run(world.ctx(manager), { deputyId: worker.id, ...days });
  const taskId = await insertTaskRow(world.ctx(manager), scene, "assigned");
  const deputy = world.ctx(await world.again(worker));
  const reason = "не мой участок";
  await requestReschedule.run(deputy, { taskId, deadline: "2026-10-01", reason });
  await changeTaskStatus.run(deputy, { taskId, to: "new", version: 1, reason });
  const rows = await world.db.read<{ entity: string; principal: number | null }>(
    `select entity_type as entity, on_behalf_of as principal from audit_log
     where action = 'task.change_status' order by id`,
    [],
  );
  expect(rows).toEqual([
    { entity: "task", principal: null },
    { entity: "reschedule_request", principal: null },
  ]);
});
