import { afterAll, beforeAll, expect, test } from "vitest";
import { createDelegation, endDelegation } from "../delegations/index.ts";
import { changeTaskStatus } from "./change-task-status.ts";
import { getTask } from "./get-task.ts";
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
  const delegation = await createDelegation.run(world.ctx(manager), {
    deputyId: worker.id,
    fromDay: "2026-09-08",
    toDay: "2026-09-20",
  });
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
  const { id: delegationId, version } = delegation;
  await endDelegation.run(world.ctx(manager), { delegationId, version });
});

test("the history of a task names whom a deputy stood in for, and nobody for one's own right", async () => {
  const { world, spare } = scene;
  const manager = await world.as("project_manager");
  await createDelegation.run(world.ctx(manager), {
    deputyId: spare.id,
    fromDay: "2026-09-08",
    toDay: "2026-09-20",
  });
  const deputy = world.ctx(await world.again(spare));
  const taskId = await insertTaskRow(world.ctx(manager), scene, "review");
  await changeTaskStatus.run(deputy, { taskId, move: "return", version: 1, reason: "шов не заполнен" });
  const { moves } = await getTask.run(world.ctx(manager), { taskId });
  expect(moves.map(({ move, by, onBehalfOf }) => [move, by.id, onBehalfOf])).toEqual([
    ["return", spare.id, { id: manager.id, fullName: manager.fullName }],
  ]);
  const worker = world.ctx(scene.worker);
  await changeTaskStatus.run(worker, { taskId, move: "submit", version: 2 });
  expect((await getTask.run(worker, { taskId })).moves[0]).toMatchObject({
    move: "submit",
    onBehalfOf: null,
  });
});
