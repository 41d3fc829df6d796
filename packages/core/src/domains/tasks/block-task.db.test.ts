import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldsOf, outcomes, refusalOf } from "../../testing/index.ts";
import { changeTaskStatus } from "./change-task-status.ts";
import { openTaskScene, insertTaskRow, taskNow, type TaskScene } from "./testing/task-scene.ts";

let scene: TaskScene;
let manager: UserActor;
beforeAll(async () => {
  scene = await openTaskScene();
  manager = await scene.world.as("project_manager");
});
afterAll(() => scene.world.close());

const ctx = () => scene.world.ctx(manager);
const put = () => insertTaskRow(ctx(), scene, "in_progress");
type Blocker = { userId: number } | { taskId: number };
const block = (taskId: number, blocker: Blocker) =>
  changeTaskStatus.run(ctx(), { taskId, to: "blocked", version: 1, reason: "ждём соседей", blocker });
const fieldsAgainst = async (taskId: number, blocker: Blocker) => {
  const before = await taskNow(ctx(), taskId);
  const fields = fieldsOf(await refusalOf(block(taskId, blocker)));
  expect(await taskNow(ctx(), taskId)).toEqual(before);
  return fields;
};

test("tasks cannot block each other in a cycle", async () => {
  const [first, second, third] = [await put(), await put(), await put()];
  await block(first, { taskId: second });
  await block(second, { taskId: third });
  expect(await fieldsAgainst(third, { taskId: first })).toEqual(["blocker.taskId: blocker_in_ring"]);
  expect(await fieldsAgainst(third, { taskId: third })).toEqual(["blocker.taskId: blocker_is_itself"]);
});

test("of two tasks made to block each other in parallel one is refused", async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, other] = [await put(), await put()];
    const { done, refused } = await outcomes([block(one, { taskId: other }), block(other, { taskId: one })]);
    expect([done.length, refused]).toEqual([1, ["validation_failed"]]);
  }
});

test("a blocker is an unfinished task of the same object, or a member who works there", async () => {
  const { world, worker } = scene;
  const taskId = await put();
  const elsewhere = await world.createTestObject({ volumes: [] });
  const foreign = await insertTaskRow(ctx(), scene, "in_progress", { objectId: elsewhere.id });
  const finished = await insertTaskRow(ctx(), scene, "done");
  expect(await fieldsAgainst(taskId, { taskId: foreign })).toEqual(["blocker.taskId: unknown_task"]);
  expect(await fieldsAgainst(taskId, { taskId: 999_999 })).toEqual(["blocker.taskId: unknown_task"]);
  expect(await fieldsAgainst(taskId, { taskId: finished })).toEqual(["blocker.taskId: blocker_finished"]);
  expect(await fieldsAgainst(taskId, { userId: worker.id })).toEqual(["blocker.userId: blocker_is_assignee"]);
  const viewer = await world.as("viewer");
  expect(await fieldsAgainst(taskId, { userId: viewer.id })).toEqual(["blocker.userId: viewer_has_no_tasks"]);
  const stranger = await world.createUser();
  expect(await fieldsAgainst(taskId, { userId: stranger.id })).toEqual(["blocker.userId: not_on_object"]);
});

test("responsibility passes to the blocker, and back when unblocked", async () => {
  const { world, helper } = scene;
  const taskId = await put();
  await block(taskId, { userId: helper.id });
  const clock = () =>
    world.db.read<Record<string, unknown>>(
      `select blocker_user_id as "blocker", blocked_at as "since", blocked_reason as "reason", accepted_at as "accepted"
       from tasks where id = $1`,
      [taskId],
    );
  expect(await clock()).toEqual([
    { blocker: helper.id, since: world.now, reason: "ждём соседей", accepted: null },
  ]);
  const freed = await changeTaskStatus.run(world.ctx(helper), { taskId, to: "in_progress", version: 2 });
  expect(freed).toMatchObject({ status: "in_progress", version: 3, actions: [] });
  expect(await clock()).toEqual([{ blocker: null, since: null, reason: null, accepted: null }]);
  const [event] = await world.db.read(
    "select type, payload from outbox where entity_id = $1 and entity_type = 'task' order by id desc limit 1",
    [taskId],
  );
  expect(event).toMatchObject({
    type: "task.status_changed",
    payload: { from: "blocked", to: "in_progress" },
  });
});
