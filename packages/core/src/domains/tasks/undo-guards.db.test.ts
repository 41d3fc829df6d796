import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { refusalOf } from "../../testing/index.ts";
import { setObjectTeam } from "../objects/index.ts";
import { changeUserStatus } from "../people/index.ts";
import { changeTaskStatus } from "./change-task-status.ts";
import { createTask } from "./create-task.ts";
import { requestReschedule } from "./request-reschedule.ts";
import { setChecklistItem } from "./set-checklist-item.ts";
import { firstLineOf, insertTaskRow, openTaskScene, type TaskScene } from "./testing/task-scene.ts";
import { undoTaskMove } from "./undo-task-move.ts";

let scene: TaskScene;
let manager: UserActor;
let admin: UserActor;
/** A member of the object who is about to lose it. */
let leaver: UserActor;
beforeAll(async () => {
  scene = await openTaskScene();
  manager = await scene.world.as("project_manager");
  admin = await scene.world.as("admin");
});
afterAll(() => scene.world.close());

const byManager = (minutes = 0) =>
  scene.world.ctx(manager, { now: new Date(scene.world.now.getTime() + minutes * 60_000) });
const task = (status: Parameters<typeof insertTaskRow>[2], wish = {}) =>
  insertTaskRow(byManager(), scene, status, wish);
const moved = async (taskId: number, move: object, actor = manager, minutes = 1) => {
  const { version } = await rowOf(taskId);
  const now = new Date(scene.world.now.getTime() + minutes * 60_000);
  return changeTaskStatus.run(scene.world.ctx(actor, { now }), { taskId, version, ...move } as never);
};
const undo = (taskId: number, actor = manager) =>
  undoTaskMove.run(scene.world.ctx(actor, { now: new Date(scene.world.now.getTime() + 5 * 60_000) }), {
    taskId,
  });
const reason = "так решили на планёрке";

async function rowOf(
  taskId: number,
): Promise<{ version: number; status: string; assigneeId: number | null }> {
  const [row] = await scene.world.db.read<{ version: number; status: string; assigneeId: number | null }>(
    `select version, status, assignee_id as "assigneeId" from tasks where id = $1`,
    [taskId],
  );
  if (row === undefined) throw new Error("there is no such task");
  return row;
}

async function team(): Promise<{ version: number; members: { userId: number; roles: never[] }[] }> {
  const [row] = await scene.world.db.read<{ version: number; members: { userId: number; roles: never[] }[] }>(
    `select o.version, (select json_agg(json_build_object('userId', r.user_id, 'roles', json_build_array(r.role)))
       from object_roles r where r.object_id = o.id) as members from objects o where o.id = $1`,
    [scene.objectId],
  );
  if (row === undefined) throw new Error("there is no such object");
  return row;
}
async function leavesTeam(): Promise<void> {
  const { version, members } = await team();
  const left = members.filter(({ userId }) => userId !== leaver.id);
  await setObjectTeam.run(scene.world.ctx(admin), { objectId: scene.objectId, version, members: left });
}
const isDismissed = () =>
  changeUserStatus.run(scene.world.ctx(admin), { userId: leaver.id, move: "deactivate", version: 1, reason });

beforeEach(async () => {
  const joining = await scene.world.createUser({ role: "geodesist", fullName: "Иван Уходящий" });
  const { version, members } = await team();
  const roles = ["geodesist" as const];
  await setObjectTeam.run(scene.world.ctx(admin), {
    objectId: scene.objectId,
    version,
    members: [...members, { userId: joining.id, roles }],
  });
  leaver = await scene.world.again(joining);
});

async function refusedUndo(taskId: number) {
  const before = [await rowOf(taskId), await scene.world.traces()];
  const { code, details } = await refusalOf(undo(taskId));
  expect([await rowOf(taskId), await scene.world.traces()]).toEqual(before);
  return { code, sentence: details.sentence, fields: details.fields };
}
const conflict = (sentence: string) => ({ code: "conflict", sentence, fields: undefined });

describe("undo gives a task back only to somebody who may have it", () => {
  const moves: [string, () => Promise<number>][] = [
    [
      "a reassignment",
      async () => {
        const taskId = await task("in_progress", { assigneeId: leaver.id });
        await moved(taskId, { move: "reassign", assigneeId: scene.spare.id, reason });
        return taskId;
      },
    ],
    [
      "a cancellation",
      async () => {
        const taskId = await task("assigned", { assigneeId: leaver.id });
        await moved(taskId, { move: "cancel", reason });
        return taskId;
      },
    ],
    [
      "an unblocking, of what they blocked",
      async () => {
        const taskId = await task("blocked", { blockerUserId: leaver.id });
        await moved(taskId, { move: "unblock" });
        return taskId;
      },
    ],
  ];
  test.each(moves)("%s, after they left the team", async (_what, made) => {
    const taskId = await made();
    await leavesTeam();
    expect(await refusedUndo(taskId)).toEqual(conflict("not_on_object"));
  });
  test.each(moves)("%s, after they were dismissed", async (_what, made) => {
    const taskId = await made();
    await isDismissed();
    expect(await refusedUndo(taskId)).toEqual(conflict("person_not_active"));
  });
  test.each(moves)("%s, while they are there", async (_what, made) => {
    const taskId = await made();
    expect(await undo(taskId)).toMatchObject({ version: 3 });
  });

  test("what they kept all the time is undone although they have left", async () => {
    const taskId = await task("review", { assigneeId: leaver.id, submittedAt: scene.world.now });
    await moved(taskId, { move: "accept" });
    await leavesTeam();
    expect(await undo(taskId)).toMatchObject({ status: "review" });
  });
});

describe("undo makes no task wait for what it could not be made to wait for", () => {
  const unblocked = async () => {
    const [waits, awaited] = [await task("in_progress"), await task("in_progress")];
    await moved(waits, { move: "block", blocker: { taskId: awaited }, reason });
    await moved(waits, { move: "unblock" });
    return { waits, awaited };
  };

  test("not for a task that now waits for it", async () => {
    const { waits, awaited } = await unblocked();
    await moved(awaited, { move: "block", blocker: { taskId: waits }, reason });
    expect(await refusedUndo(waits)).toEqual(conflict("blocker_in_ring"));
  });

  test("not for a task that has been cancelled", async () => {
    const { waits, awaited } = await unblocked();
    await moved(awaited, { move: "cancel", reason });
    expect(await refusedUndo(waits)).toEqual(conflict("blocker_finished"));
  });

  test("no task that others wait for since it was reopened is finished again", async () => {
    const reopened = await task("done");
    await moved(reopened, { move: "reopen", reason });
    const waits = await task("in_progress");
    await moved(waits, { move: "block", blocker: { taskId: reopened }, reason }, manager, 2);
    expect(await refusedUndo(reopened)).toEqual(conflict("move_built_upon"));
    await moved(waits, { move: "unblock" }, manager, 3);
    expect(await undo(reopened)).toMatchObject({ status: "done" });
  });
});

test("a returned task whose checklist was opened again is not handed in by undo", async () => {
  const { id: taskId } = await createTask.run(byManager(), {
    objectId: scene.objectId,
    title: "Проверить крепёж",
    assigneeId: scene.worker.id,
    checklist: ["Первый ряд"],
  });
  await moved(taskId, { move: "take" }, scene.worker);
  const itemId = await firstLineOf(byManager(), taskId);
  await setChecklistItem.run(scene.world.ctx(scene.worker), { itemId, done: true, version: 1 });
  await moved(taskId, { move: "submit" }, scene.worker);
  await moved(taskId, { move: "return", reason }, manager, 2);
  await setChecklistItem.run(scene.world.ctx(scene.worker), { itemId, done: false, version: 2 });
  expect(await refusedUndo(taskId)).toEqual(conflict("checklist_open"));
});

describe("a request for another day follows the task that undo gives to another", () => {
  const asks = (taskId: number, actor: UserActor) =>
    requestReschedule.run(scene.world.ctx(actor), { taskId, deadline: "2026-10-05", reason });
  const requests = async (taskId: number) => {
    const rows = await scene.world.db.read<{ by: number; status: string; waits: boolean }>(
      `select r.requested_by as by, r.status, exists (select from pending_decisions p
         where p.entity_type = 'reschedule_request' and p.entity_id = r.id) as waits
       from reschedule_requests r where r.task_id = $1 order by r.id`,
      [taskId],
    );
    return rows.map(({ by, status, waits }) => [by === scene.worker.id ? "worker" : "spare", status, waits]);
  };

  test("it closes when nobody has the task", async () => {
    const taskId = await task("new");
    await moved(taskId, { move: "assign", assigneeId: scene.worker.id });
    await asks(taskId, scene.worker);
    await undo(taskId);
    expect(await rowOf(taskId)).toMatchObject({ status: "new", assigneeId: null });
    expect(await requests(taskId)).toEqual([["worker", "refused", false]]);
  });

  test("that of the other closes, and that of who gets it back is open again", async () => {
    const taskId = await task("assigned");
    await asks(taskId, scene.worker);
    await moved(taskId, { move: "reassign", assigneeId: scene.spare.id, reason });
    await asks(taskId, scene.spare);
    await undo(taskId);
    expect(await requests(taskId)).toEqual([
      ["worker", "open", true],
      ["spare", "refused", false],
    ]);
  });

  test("who gets it back without a request may ask", async () => {
    const taskId = await task("assigned");
    await moved(taskId, { move: "reassign", assigneeId: scene.spare.id, reason });
    await asks(taskId, scene.spare);
    await undo(taskId);
    await asks(taskId, scene.worker);
    expect(await requests(taskId)).toEqual([
      ["spare", "refused", false],
      ["worker", "open", true],
    ]);
  });

  test("it stays open while the same person has the task", async () => {
    const taskId = await task("assigned");
    await moved(taskId, { move: "take" }, scene.worker);
    await asks(taskId, scene.worker);
    await undo(taskId, scene.worker);
    expect(await requests(taskId)).toEqual([["worker", "open", true]]);
  });
});
