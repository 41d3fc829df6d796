import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addJournalPhotos } from "../facts/index.ts";
import { fieldsOf, refusalOf } from "../../testing/index.ts";
import { photoOf } from "../../testing/verbs/index.ts";
import { TEST_LINKS } from "../../testing/verbs/test-links.ts";
import { assignTasks } from "./assign-tasks.ts";
import { changeTaskStatus } from "./change-task-status.ts";
import { commentTask } from "./comment-task.ts";
import { createTask } from "./create-task.ts";
import { decideReschedule } from "./decide-reschedule.ts";
import { requestReschedule } from "./request-reschedule.ts";
import { setChecklistItem } from "./set-checklist-item.ts";
import {
  dismissedMember,
  firstLineOf,
  openTaskScene,
  insertTaskRow,
  type TaskScene,
} from "./testing/task-scene.ts";
import { undoTaskMove } from "./undo-task-move.ts";
import { updateTask } from "./update-task.ts";

let scene: TaskScene;
let manager: UserActor;
beforeAll(async () => {
  scene = await openTaskScene();
  manager = await scene.world.as("project_manager");
});
afterAll(() => scene.world.close());

const ctxOf = (actor: UserActor) => scene.world.ctx(actor, { links: TEST_LINKS });
const say = (actor: UserActor, taskId: number, more: { mentions?: number[]; fileIds?: number[] } = {}) =>
  commentTask.run(ctxOf(actor), { taskId, text: "Анкеры на складе", ...more });

describe("regression 6: a member of object A and the tasks of object B", () => {
  test("they give not_found for every change, and nothing is written", async () => {
    const { world } = scene;
    const there = await world.createTestObject({ volumes: [] });
    const worker = await world.again(scene.worker);
    const { id: taskId } = await createTask.run(ctxOf(await world.as("project_manager")), {
      objectId: there.id,
      title: "Чужая задача",
      assigneeId: (await world.as("installer")).id,
      checklist: ["Чужой пункт"],
    });
    const installer = await world.as("installer");
    await changeTaskStatus.run(ctxOf(installer), { taskId, to: "in_progress", version: 1 });
    const request = await requestReschedule.run(ctxOf(installer), {
      taskId,
      deadline: "2026-11-01",
      reason: "чужая причина",
    });
    const itemId = await firstLineOf(ctxOf(installer), taskId);
    const before = await world.traces();
    const mine = ctxOf(worker);
    const attempts = (id: number, requestId: number, lineId: number) => [
      () => updateTask.run(mine, { taskId: id, version: 2, title: "Моя" }),
      () =>
        changeTaskStatus.run(mine, { taskId: id, to: "cancelled", version: 2, reason: "не нужна больше" }),
      () => undoTaskMove.run(mine, { taskId: id }),
      () => setChecklistItem.run(mine, { itemId: lineId, done: true, version: 1 }),
      () => commentTask.run(mine, { taskId: id, text: "вижу" }),
      () => requestReschedule.run(mine, { taskId: id, deadline: "2026-11-02", reason: "мне так удобнее" }),
      () => decideReschedule.run(mine, { requestId, to: "approved", version: 1 }),
      () => createTask.run(mine, { objectId: there.id, title: "Моя" }),
    ];
    const unknown = 999_999;
    for (const work of [...attempts(taskId, request.id, itemId), ...attempts(unknown, unknown, unknown)]) {
      expect((await refusalOf(work())).code).toBe("not_found");
    }
    const foreign = [{ id: taskId, version: 2 }];
    const here = ctxOf(manager);
    const bulk = { objectId: scene.objectId, tasks: foreign, assigneeId: worker.id, reason: "забираю себе" };
    expect(fieldsOf(await refusalOf(assignTasks.run(here, bulk)))).toEqual(["tasks.0: unknown_task"]);
    expect(await world.traces()).toEqual(before);
  });
});

test("a comment has text, mentions and files", async () => {
  const { worker, helper, objectId } = scene;
  const taskId = await insertTaskRow(ctxOf(manager), scene, "in_progress");
  const photo = await photoOf(ctxOf(worker), worker, objectId, "ready");
  const director = await scene.world.as("director");
  const comment = await say(worker, taskId, {
    mentions: [helper.id, director.id, helper.id],
    fileIds: [photo],
  });
  expect(comment).toMatchObject({
    taskId,
    author: { id: worker.id, fullName: worker.fullName },
    mentions: [{ id: helper.id, fullName: helper.fullName }, { id: director.id }],
    files: [{ id: photo, purpose: "photo", commentId: comment.id }],
  });
  expect(comment.files[0]?.url).toContain("https://files.test/1280/");
  const [event] = await scene.world.db.read("select type, payload from outbox order by id desc limit 1", []);
  expect(event).toMatchObject({
    type: "task.commented",
    payload: { commentId: comment.id, authorId: worker.id, mentions: [helper.id, director.id] },
  });
});

test("a stranger, an observer or a deactivated user cannot be mentioned", async () => {
  const { world, worker, helper } = scene;
  const taskId = await insertTaskRow(ctxOf(manager), scene, "in_progress");
  const gone = await dismissedMember(scene);
  const before = await world.traces();
  for (const stranger of [await world.createUser(), await world.as("viewer"), gone]) {
    const refusal = await refusalOf(say(worker, taskId, { mentions: [helper.id, stranger.id] }));
    expect(fieldsOf(refusal)).toEqual(["mentions.1: not_on_object"]);
  }
  expect(await world.traces()).toEqual(before);
  const rows = await world.db.read("select id from task_comments where task_id = $1", [taskId]);
  expect(rows).toEqual([]);
});

test("a file must be the author's own, of this object, and unattached", async () => {
  const { world, worker, objectId } = scene;
  const [taskId, otherTask] = [
    await insertTaskRow(ctxOf(manager), scene, "in_progress"),
    await insertTaskRow(ctxOf(manager), scene, "in_progress"),
  ];
  const mine = (where = objectId) => photoOf(ctxOf(worker), worker, where, "ready");
  const elsewhere = await world.createTestObject({ volumes: [] });
  const [used, inJournal, ofOther] = [
    await mine(),
    await mine(),
    await photoOf(ctxOf(worker), manager, objectId),
  ];
  await say(worker, otherTask, { fileIds: [used] });
  await addJournalPhotos.run(ctxOf(worker), { objectId, fileIds: [inJournal] });
  const against = async (fileId: number) =>
    fieldsOf(await refusalOf(say(worker, taskId, { fileIds: [await mine(), fileId] })));
  const intoJournal = addJournalPhotos.run(ctxOf(worker), { objectId, fileIds: [used] });
  expect(fieldsOf(await refusalOf(intoJournal))).toEqual(["fileIds.0: photo_taken"]);
  expect(await against(used)).toEqual(["fileIds.1: file_taken"]);
  expect(await against(inJournal)).toEqual(["fileIds.1: file_taken"]);
  expect(await against(ofOther)).toEqual(["fileIds.1: unknown_file"]);
  expect(await against(await mine(elsewhere.id))).toEqual(["fileIds.1: unknown_file"]);
  expect(await against(999_999)).toEqual(["fileIds.1: unknown_file"]);
});
