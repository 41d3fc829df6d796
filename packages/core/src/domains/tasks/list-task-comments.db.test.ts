import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestObject, World } from "../../testing/index.ts";
import { photoOf } from "../../testing/verbs/rows.ts";
import { TEST_LINKS } from "../../testing/verbs/test-links.ts";
import { commentTask } from "./comment-task.ts";
import { createTask } from "./create-task.ts";
import { getTask } from "./get-task.ts";
import { listTaskComments } from "./list-task-comments.ts";
import { openTaskPair } from "./testing/task-pair.ts";

let world: World;
let here: TestObject;
let manager: UserActor;
let foreman: UserActor;

beforeAll(async () => {
  ({ world, here, manager, foreman } = await openTaskPair());
});
afterAll(() => world.close());

const newTask = async () =>
  (await createTask.run(world.ctx(manager), { objectId: here.id, title: "Испытать анкеры" })).id;

test("comments are listed newest first, page by page, with mentions and files", async () => {
  const taskId = await newTask();
  const engineer = await world.as("pto");
  const photo = await photoOf(world.ctx(foreman), foreman, here.id, "ready");
  const written: number[] = [];
  for (let n = 1; n <= 5; n += 1) {
    const more = n === 3 ? { mentions: [engineer.id, manager.id], fileIds: [photo] } : {};
    written.push((await commentTask.run(world.ctx(foreman), { taskId, text: `Слово ${n}`, ...more })).id);
  }
  const ctx = world.ctx(manager, { links: TEST_LINKS });
  const first = await listTaskComments.run(ctx, { taskId, limit: 2 });
  const second = await listTaskComments.run(ctx, { taskId, limit: 2, cursor: first.nextCursor ?? "" });
  const third = await listTaskComments.run(ctx, { taskId, limit: 2, cursor: second.nextCursor ?? "" });
  const all = [first, second, third].flatMap(({ items }) => items);
  expect(all.map(({ id }) => id)).toEqual(written.toReversed());
  expect(third.nextCursor).toBeNull();
  expect(all[0]).toMatchObject({ taskId, text: "Слово 5", mentions: [], files: [] });
  expect(all[2]).toMatchObject({
    author: { id: foreman.id, fullName: foreman.fullName },
    mentions: [
      { id: engineer.id, fullName: engineer.fullName },
      { id: manager.id, fullName: manager.fullName },
    ],
    files: [{ id: photo, commentId: written[2], url: expect.stringContaining("https://files.test/1280/") }],
  });
  expect(await getTask.run(ctx, { taskId })).toMatchObject({
    commentCount: 5,
    files: [{ commentId: written[2] }],
  });
});

test("a file still being processed has no link", async () => {
  const taskId = await newTask();
  const photo = await photoOf(world.ctx(foreman), foreman, here.id, "stored");
  await commentTask.run(world.ctx(foreman), { taskId, text: "Фото", fileIds: [photo] });
  const ctx = world.ctx(manager, { links: TEST_LINKS });
  const [comment] = (await listTaskComments.run(ctx, { taskId })).items;
  expect(comment?.files).toMatchObject([{ status: "stored", url: null, thumbUrl: null }]);
});
