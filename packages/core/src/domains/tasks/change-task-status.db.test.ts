import type { TaskStatus } from "@stsphera/contracts/vocabulary";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldsOf, refusalOf } from "../../testing/index.ts";
import { photoOf } from "../../testing/verbs/index.ts";
import { changeTaskStatus } from "./change-task-status.ts";
import { setChecklistItem } from "./set-checklist-item.ts";
import { createTask } from "./create-task.ts";
import { mayDecideReschedule } from "./reschedule-workflow.ts";
import {
  dismissedMember,
  firstLineOf,
  openTaskScene,
  insertTaskRow,
  taskNow,
  type TaskScene,
} from "./testing/task-scene.ts";

let scene: TaskScene;
let manager: UserActor;
beforeAll(async () => {
  scene = await openTaskScene();
  manager = await scene.world.as("project_manager");
});
afterAll(() => scene.world.close());

const ctxOf = (actor: UserActor) => scene.world.ctx(actor);
const reason = "кран занят до обеда";
type Words = Record<string, unknown>;
const move = (actor: UserActor, taskId: number, to: TaskStatus, words: Words = {}) =>
  changeTaskStatus.run(ctxOf(actor), { taskId, to, version: 1, ...words });

/** Returns the refusal after checking that nothing was written. */
async function refused(work: () => Promise<unknown>, taskId: number) {
  const before = [await scene.world.traces(), await taskNow(ctxOf(manager), taskId)];
  const refusal = await refusalOf(work());
  expect([await scene.world.traces(), await taskNow(ctxOf(manager), taskId)]).toEqual(before);
  return refusal;
}

describe("regression 35", () => {
  test.each(["in_progress", "review", "done", "blocked"] as const)("new → %s in one step", async (to) => {
    const taskId = await insertTaskRow(ctxOf(manager), scene, "new");
    const refusal = await refused(() => move(manager, taskId, to, { reason }), taskId);
    // Only the assignee may hand in, and a new task has none.
    expect(refusal).toMatchObject(
      to === "review"
        ? { code: "forbidden" }
        : { code: "invalid_transition", details: { allowed: ["assign", "cancel"] } },
    );
  });

  test("blocked without a reason", async () => {
    const taskId = await insertTaskRow(ctxOf(manager), scene, "in_progress");
    const blocker = { userId: scene.helper.id };
    const silent = await refused(() => move(scene.worker, taskId, "blocked", { blocker }), taskId);
    expect(fieldsOf(silent)).toEqual(["reason: reason_required"]);
    const short = await refused(
      () => move(scene.worker, taskId, "blocked", { blocker, reason: " нет " }),
      taskId,
    );
    expect(short).toMatchObject({ code: "validation_failed", details: { fields: [{ path: "reason" }] } });
    const nobody = await refused(() => move(scene.worker, taskId, "blocked", { reason }), taskId);
    expect(fieldsOf(nobody)).toEqual(["blocker: blocker_required"]);
  });
});

test.each([
  ["assigned", "assigned", { assigneeId: true }],
  ["assigned", "new", {}],
  ["review", "in_progress", {}],
  ["assigned", "cancelled", {}],
  ["done", "in_progress", {}],
] as const)("%s → %s needs a reason", async (from, to, { assigneeId = false }: { assigneeId?: boolean }) => {
  const actor = to === "new" ? scene.worker : manager;
  const taskId = await insertTaskRow(ctxOf(manager), scene, from);
  const words = assigneeId ? { assigneeId: scene.spare.id } : {};
  const refusal = await refused(() => move(actor, taskId, to, words), taskId);
  expect(fieldsOf(refusal)).toEqual(["reason: reason_required"]);
});

describe("an assignee", () => {
  const assign = (taskId: number, assigneeId: number) => () =>
    move(manager, taskId, "assigned", { assigneeId });

  test("is required, and must differ from the present one", async () => {
    const taskId = await insertTaskRow(ctxOf(manager), scene, "new");
    expect(fieldsOf(await refused(() => move(manager, taskId, "assigned"), taskId))).toEqual([
      "assigneeId: assignee_required",
    ]);
    const held = await insertTaskRow(ctxOf(manager), scene, "assigned");
    const same = () => move(manager, held, "assigned", { assigneeId: scene.worker.id, reason });
    expect(fieldsOf(await refused(same, held))).toEqual(["assigneeId: assignee_same"]);
  });

  test("is neither deactivated, nor an observer, nor of another object, nor unknown", async () => {
    const { world } = scene;
    const gone = await dismissedMember(scene);
    const [viewer, director] = [await world.as("viewer"), await world.as("director")];
    const foreign = await world.createUser({ role: "installer" });
    const taskId = await insertTaskRow(ctxOf(manager), scene, "new");
    const answers = new Map([
      [gone.id, "person_not_active"],
      [viewer.id, "viewer_has_no_tasks"],
      [director.id, "not_on_object"],
      [foreign.id, "not_on_object"],
      [999_999, "not_on_object"],
    ]);
    for (const [userId, answer] of answers) {
      expect(fieldsOf(await refused(assign(taskId, userId), taskId))).toEqual([`assigneeId: ${answer}`]);
    }
  });

  test("a user who declines leaves the task without assignee", async () => {
    const taskId = await insertTaskRow(ctxOf(manager), scene, "assigned");
    expect(await move(scene.worker, taskId, "new", { reason })).toMatchObject({ status: "new", actions: [] });
    expect(await taskNow(ctxOf(manager), taskId)).toMatchObject({
      status: "new",
      assigneeId: null,
      moves: 1,
    });
  });
});

test("work is handed in only with its photos and a completed checklist", async () => {
  const { worker, objectId } = scene;
  const { id: taskId } = await createTask.run(ctxOf(manager), {
    objectId,
    title: "Герметизация стыков",
    assigneeId: worker.id,
    requiredPhotos: 2,
    checklist: ["Стык очищен"],
  });
  await move(worker, taskId, "in_progress");
  const hand = (fileIds: number[]) =>
    changeTaskStatus.run(ctxOf(worker), { taskId, to: "review", version: 2, fileIds });
  const [first, second] = [
    await photoOf(ctxOf(worker), worker, objectId),
    await photoOf(ctxOf(worker), worker, objectId),
  ];
  const early = await refused(() => hand([first]), taskId);
  expect(fieldsOf(early)).toEqual(["fileIds: photos_missing", "checklist: checklist_open"]);
  const itemId = await firstLineOf(ctxOf(worker), taskId);
  await setChecklistItem.run(ctxOf(worker), { itemId, done: true, version: 1 });
  const awaited = await photoOf(ctxOf(worker), worker, objectId, "awaiting");
  expect(fieldsOf(await refused(() => hand([first, awaited]), taskId))).toEqual([
    "fileIds.1: file_not_uploaded",
  ]);
  const others = await photoOf(ctxOf(worker), manager, objectId);
  expect(fieldsOf(await refused(() => hand([first, others]), taskId))).toEqual(["fileIds.1: unknown_file"]);
  expect(await hand([first, second])).toMatchObject({ status: "review" });
});

test("an admin overrides for the assignee with a reason, and the audit log says so", async () => {
  const admin = await scene.world.as("admin");
  const taskId = await insertTaskRow(ctxOf(manager), scene, "assigned");
  const plain = await refused(() => move(admin, taskId, "in_progress"), taskId);
  expect(plain).toMatchObject({ code: "forbidden", details: { sentence: "assignee_only" } });
  const overrideReason = "исполнитель без связи";
  expect(await refused(() => move(manager, taskId, "in_progress", { overrideReason }), taskId)).toMatchObject(
    {
      code: "forbidden",
    },
  );
  await move(admin, taskId, "in_progress", { overrideReason });
  const rows = await scene.world.db.read<{ reason: string; after: { override?: boolean } }>(
    "select reason, after from audit_log where entity_type = 'task' and entity_id = $1",
    [taskId],
  );
  expect(rows).toMatchObject([{ reason: overrideReason, after: { override: true, status: "in_progress" } }]);
});

function deputyOfManager(person: UserActor): UserActor {
  const { id: principalId, fullName: principalName, role: principalRole, objectRoles } = manager;
  return { ...person, deputyFor: [{ principalId, principalName, principalRole, objectRoles }] };
}

test("a deputy judges in the absent manager's name, and does their own work in their own name", async () => {
  const deputy = deputyOfManager(scene.worker);
  const own = await insertTaskRow(ctxOf(manager), scene, "assigned");
  const judged = await insertTaskRow(ctxOf(manager), scene, "review", { assigneeId: scene.spare.id });
  await move(deputy, own, "in_progress");
  await move(deputy, judged, "done");
  const rows = await scene.world.db.read(
    `select entity_id as id, on_behalf_of as principal from audit_log
     where entity_type = 'task' and entity_id = any($1::int[]) order by id`,
    [[own, judged]],
  );
  expect(rows).toEqual([
    { id: own, principal: null },
    { id: judged, principal: manager.id },
  ]);
});

test("a deputy neither judges the principal's work nor decides the principal's request", async () => {
  const deputy = deputyOfManager(scene.spare);
  const his = await insertTaskRow(ctxOf(manager), scene, "review", { assigneeId: manager.id });
  const refusal = await refused(() => move(deputy, his, "done"), his);
  expect(refusal).toMatchObject({ code: "forbidden", details: { sentence: "not_own_work" } });
  const task = {
    objectId: scene.objectId,
    status: "in_progress" as const,
    creatorId: 0,
    blockerUserId: null,
  };
  expect(mayDecideReschedule(deputy, { ...task, assigneeId: manager.id }, manager.id)).toBe(false);
  expect(mayDecideReschedule(deputy, { ...task, assigneeId: scene.worker.id }, scene.worker.id)).toBe(true);
});

test("a finished task can be reopened for 30 days", async () => {
  const completedAt = new Date(scene.world.now.getTime() - 30 * 86_400_000);
  const late = await insertTaskRow(ctxOf(manager), scene, "done", {
    completedAt: new Date(completedAt.getTime() - 1),
  });
  const refusal = await refused(() => move(manager, late, "in_progress", { reason }), late);
  expect(refusal).toMatchObject({ code: "conflict", details: { sentence: "reopen_time_over" } });
  const last = await insertTaskRow(ctxOf(manager), scene, "done", { completedAt });
  await move(manager, last, "in_progress", { reason });
  const [row] = await scene.world.db.read("select completed_at from tasks where id = $1", [last]);
  expect(row).toEqual({ completed_at: null });
});

test("an older version is refused with the current row; tasks of a closed object cannot be moved", async () => {
  const { world, worker, objectId } = scene;
  const taskId = await insertTaskRow(ctxOf(manager), scene, "assigned");
  const old = () => changeTaskStatus.run(ctxOf(worker), { taskId, to: "in_progress", version: 7 });
  const stale = await refused(old, taskId);
  expect(stale).toMatchObject({ code: "version_conflict", details: { current: { id: taskId, version: 1 } } });
  await world.db.sql`update objects set status = 'closed' where id = ${objectId}`;
  const over = await refused(() => move(worker, taskId, "in_progress"), taskId);
  await world.db.sql`update objects set status = 'active' where id = ${objectId}`;
  expect(over).toMatchObject({ code: "conflict", details: { sentence: "object_is_over" } });
});
