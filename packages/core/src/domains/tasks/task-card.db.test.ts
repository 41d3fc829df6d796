import type { TaskCard } from "@stsphera/contracts";
import type { Role, UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestObject, refusalOf, type World } from "../../testing/index.ts";
import { TEST_LINKS } from "../../testing/verbs/test-links.ts";
import { photoOf } from "../../testing/verbs/rows.ts";
import { changeTaskStatus } from "./change-task-status.ts";
import { createTask } from "./create-task.ts";
import { getTask } from "./get-task.ts";
import { listTaskComments } from "./list-task-comments.ts";
import { decideReschedule } from "./decide-reschedule.ts";
import { requestReschedule } from "./request-reschedule.ts";
import { setChecklistItem } from "./set-checklist-item.ts";
import { openTaskPair } from "./testing/task-pair.ts";
import { undoTaskMove } from "./undo-task-move.ts";

let world: World;
let here: TestObject;
let manager: UserActor;
let foreman: UserActor;

beforeAll(async () => {
  ({ world, here, manager, foreman } = await openTaskPair());
});
afterAll(() => world.close());

const later = (minutes: number) => new Date(world.now.getTime() + minutes * 60_000);
const newTask = async (options: Partial<Parameters<typeof createTask.run>[1]> = {}) =>
  (
    await createTask.run(world.ctx(manager), {
      objectId: here.id,
      title: "Испытать анкеры",
      assigneeId: foreman.id,
      deadline: "2026-09-10",
      ...options,
    })
  ).id;
const card = (actor: UserActor, taskId: number, now = world.now): Promise<TaskCard> =>
  getTask.run(world.ctx(actor, { now, links: TEST_LINKS }), { taskId });
const move = async (
  actor: UserActor,
  taskId: number,
  words: Partial<Parameters<typeof changeTaskStatus.run>[1]> & { to: TaskCard["status"] },
  now = world.now,
) => {
  const { version } = await card(manager, taskId);
  return changeTaskStatus.run(world.ctx(actor, { now }), { taskId, version, ...words });
};

test("a card shows the task's history, the newest move first", async () => {
  const taskId = await newTask({ checklist: ["Момент затяжки"], requiredPhotos: 1, text: "На оси 7" });
  await move(foreman, taskId, { to: "in_progress" }, later(60));
  const [item] = (await card(foreman, taskId)).checklist;
  await setChecklistItem.run(world.ctx(foreman), { itemId: item?.id ?? 0, done: true, version: 1 });
  const reason = "лаборатория занята";
  const asked = await requestReschedule.run(world.ctx(foreman), { taskId, deadline: "2026-09-12", reason });
  await decideReschedule.run(world.ctx(manager, { now: later(70) }), {
    requestId: asked.id,
    to: "approved",
    version: asked.version,
  });
  const photo = await photoOf(world.ctx(foreman), foreman, here.id, "ready");
  await move(foreman, taskId, { to: "review", fileIds: [photo] }, later(80));
  const seen = await card(manager, taskId, later(90));
  const person = ({ id, fullName }: UserActor) => ({ id, fullName });
  expect(seen).toMatchObject({
    text: "На оси 7",
    status: "review",
    deadline: "2026-09-12",
    creator: person(manager),
    assignee: person(foreman),
    requiredPhotos: 1,
    photoCount: 1,
    blocker: null,
    assignedAt: world.now.toISOString(),
    acceptedAt: later(60).toISOString(),
    submittedAt: later(80).toISOString(),
    statusSince: later(80).toISOString(),
    completedAt: null,
  });
  expect(seen.checklist).toMatchObject([{ text: "Момент затяжки", done: true, doneBy: person(foreman) }]);
  expect(seen.moves.map(({ from, to, by }) => [from, to, by.id])).toEqual([
    ["in_progress", "review", foreman.id],
    ["assigned", "in_progress", foreman.id],
    ["new", "assigned", manager.id],
  ]);
  expect(seen.deadlines.map(({ deadline }) => deadline)).toEqual(["2026-09-10", "2026-09-12"]);
  expect(seen.reschedules).toMatchObject([
    { status: "approved", fromDay: "2026-09-10", toDay: "2026-09-12", reason, requestedBy: person(foreman) },
  ]);
  const [file] = seen.files;
  expect(file).toMatchObject({ id: photo, purpose: "photo", status: "ready", commentId: null });
  expect([file?.url, file?.thumbUrl]).toEqual([
    expect.stringContaining("https://files.test/1280/"),
    expect.stringContaining("https://files.test/320/"),
  ]);
  expect(file).not.toHaveProperty("key");
});

test("photos from the task's creator are not evidence of the work", async () => {
  const photo = await photoOf(world.ctx(manager), manager, here.id, "ready");
  const seen = await card(foreman, await newTask({ fileIds: [photo] }));
  expect([seen.files.length, seen.photoCount]).toEqual([1, 0]);
});

test("a blocked task names its blocker and since when", async () => {
  const [taskId, other] = [await newTask(), await newTask({ title: "Привезти анкеры" })];
  await move(foreman, taskId, { to: "blocked", reason: "нет анкеров", blocker: { taskId: other } }, later(5));
  expect(await card(foreman, taskId)).toMatchObject({
    blockedReason: "нет анкеров",
    blocker: { user: null, task: { id: other, title: "Привезти анкеры" }, since: later(5).toISOString() },
  });
});

describe("allowed actions", () => {
  test("depend on relation and role", async () => {
    const taskId = await newTask();
    expect((await card(foreman, taskId)).can).toEqual({
      actions: ["reassign", "take", "decline", "block", "comment", "postpone"],
      request: null,
      undoUntil: null,
    });
    const actionsOf = async (role: Role) => (await card(await world.as(role), taskId)).can.actions;
    // The manager has just assigned the task, which can be undone.
    expect(await actionsOf("project_manager")).toEqual([
      "reassign",
      "block",
      "cancel",
      "undo",
      "comment",
      "edit",
    ]);
    expect(await actionsOf("designer_km")).toEqual(["comment"]);
    expect(await actionsOf("director")).toEqual([]);
  });

  test("a deadline request is decided by another user, and only one is open at a time", async () => {
    const taskId = await newTask();
    await requestReschedule.run(world.ctx(foreman), {
      taskId,
      deadline: "2026-09-12",
      reason: "нет анкеров",
    });
    const [asker, decider] = [(await card(foreman, taskId)).can, (await card(manager, taskId)).can];
    for (const { actions } of [asker, decider]) expect(actions).not.toContain("postpone");
    expect([asker.request, decider.request?.actions]).toEqual([null, ["approve", "refuse"]]);
  });

  test("a finished task is neither assigned nor edited, and can be reopened within 30 days", async () => {
    const taskId = await newTask();
    await move(foreman, taskId, { to: "in_progress" });
    await move(foreman, taskId, { to: "review" });
    await move(manager, taskId, { to: "done" });
    const canAt = async (now: Date) => (await card(manager, taskId, now)).can;
    expect((await canAt(world.now)).actions).toEqual(["reopen", "undo", "comment"]);
    expect((await canAt(later(30 * 24 * 60 + 1))).actions).toEqual(["comment"]);
  });
});

describe("rules.md 26: a move can be undone", () => {
  const undoUntil = async (actor: UserActor, taskId: number, now: Date) =>
    (await card(actor, taskId, now)).can.undoUntil;

  test.each([{ to: "in_progress" as const }, { to: "new" as const, reason: "не мой участок" }])(
    "$to: for ten minutes, by the user who made it",
    async (words) => {
      const taskId = await newTask();
      await move(foreman, taskId, words);
      expect(await undoUntil(foreman, taskId, later(9))).toBe(later(10).toISOString());
      expect(await undoUntil(foreman, taskId, later(10))).toBeNull();
      expect(await undoUntil(manager, taskId, later(1))).toBeNull();
      await undoTaskMove.run(world.ctx(foreman, { now: later(2) }), { taskId });
      expect(await undoUntil(foreman, taskId, later(3))).toBeNull();
      expect((await card(foreman, taskId)).moves[0]?.undoneAt).toBe(later(2).toISOString());
    },
  );

  test("not after something was done on top of it", async () => {
    const taskId = await newTask({ checklist: ["Момент затяжки"] });
    await move(foreman, taskId, { to: "in_progress" });
    const [item] = (await card(foreman, taskId)).checklist;
    await setChecklistItem.run(world.ctx(foreman, { now: later(1) }), {
      itemId: item?.id ?? 0,
      done: true,
      version: 1,
    });
    expect(await undoUntil(foreman, taskId, later(2))).toBeNull();
    const refused = await refusalOf(undoTaskMove.run(world.ctx(foreman, { now: later(2) }), { taskId }));
    expect(refused.code).toBe("conflict");
  });
});

describe("regression 6: a task of another object, and any task for an observer, gives not_found", () => {
  test.each([
    ["a stranger", () => world.createUser({ role: "project_manager" })],
    ["an observer", () => world.as("viewer")],
  ])("%s", async (_who, person) => {
    const [actor, taskId] = [await person(), await newTask()];
    expect((await refusalOf(card(actor, taskId))).code).toBe("not_found");
    const comments = refusalOf(listTaskComments.run(world.ctx(actor), { taskId }));
    expect((await comments).code).toBe("not_found");
  });

  test("so does an unknown id", async () => {
    expect((await refusalOf(card(manager, 999_999))).code).toBe("not_found");
  });
});
