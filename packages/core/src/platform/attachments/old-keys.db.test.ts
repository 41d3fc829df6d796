import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setObjectTeam } from "../../domains/objects/index.ts";
import { commentTask, createTask } from "../../domains/tasks/index.ts";
import { type TestObject, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { TEST_LINKS } from "../../testing/verbs/index.ts";
import { createFile } from "../files/index.ts";

let world: World;
let here: TestObject;
let manager: UserActor;
let foreman: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  here = await world.createTestObject({ team: ["construction_itr"], volumes: [] });
  [manager, foreman] = [await world.as("project_manager"), await world.as("construction_itr")];
});
afterAll(() => world.close());

const asForeman = async (idempotencyKey: string) =>
  world.ctx(await world.again(foreman), { idempotencyKey, links: TEST_LINKS });

const PASSPORT = {
  name: "паспорт.pdf",
  size: 1000,
  sha256: "a".repeat(64),
  contentType: "application/pdf",
  purpose: "document" as const,
};

test("a former member's old idempotency keys give neither a link to the attached document nor an upload link", async () => {
  const announced = { ...PASSPORT, objectId: here.id };
  const { id: fileId } = await createFile.run(await asForeman("upload"), announced);
  await world.db.orm.update(schema.files).set({ status: "ready" }).where(eq(schema.files.id, fileId));
  const task = { objectId: here.id, title: "Проверить паспорт", assigneeId: foreman.id };
  const { id: taskId } = await createTask.run(world.ctx(manager), task);
  const said = { taskId, text: "Паспорт приложен", fileIds: [fileId], mentions: [] };
  const { files } = await commentTask.run(await asForeman("comment"), said);
  expect(files[0]?.url).toContain("https://files.test/");
  expect((await commentTask.run(await asForeman("comment"), said)).files).toEqual(files);

  const members = [{ userId: manager.id, roles: ["project_manager" as const] }];
  await setObjectTeam.run(world.ctx(manager), { objectId: here.id, version: here.version, members });
  const before = await world.traces();
  const comment = await refusalOf(commentTask.run(await asForeman("comment"), said));
  const upload = await refusalOf(createFile.run(await asForeman("upload"), announced));
  expect([comment.code, upload.code]).toEqual(["not_found", "not_found"]);
  expect(await world.traces()).toEqual(before);
});
