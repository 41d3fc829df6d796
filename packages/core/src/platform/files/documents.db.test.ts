import type { Role } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addJournalPhotos, enterFact } from "../../domains/facts/index.ts";
import type { PhotoLinks } from "../../kernel/index.ts";
import { changeTaskStatus, commentTask, createTask, getTask } from "../../domains/tasks/index.ts";
import { type TestObject, fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { createFile } from "./create-file.ts";
import { getFileLink } from "../../domains/verbs.ts";

let world: World;
let object: TestObject;

const NAME = "Акт № 7.PDF";
const DOCUMENT = { purpose: "document", name: NAME, contentType: "application/octet-stream" } as const;
const PHOTO = { purpose: "photo", name: "Юг.jpg", contentType: "image/jpeg" } as const;
const links: PhotoLinks = {
  sign: (key, size, saveAs = "") => `https://store.example/${key}/${size}/${saveAs}`,
  upload: (key) => ({ url: `https://store.example/${key}`, headers: {} }),
};

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  object = await world.createTestObject();
});

const ctx = async (role: Role = "construction_itr") => world.ctx(await world.as(role), { links });
const refused = async (work: () => Promise<unknown>) => {
  const before = await world.traces();
  const refusal = await refusalOf(work());
  expect(await world.traces()).toEqual(before);
  return refusal;
};
/** A file of the foreman in the given state. */
const sent = async (
  file: typeof DOCUMENT | typeof PHOTO = DOCUMENT,
  status: "ready" | "stored" = "ready",
) => {
  const asked = { objectId: object.id, size: 1000, sha256: "a".repeat(64), ...file };
  const { id } = await createFile.run(await ctx(), asked);
  await world.db.sql`update files set status = ${status} where id = ${id}`;
  return id;
};
const open = async (role: Role, fileId: number, thumb?: "320") =>
  getFileLink.run(await ctx(role), { fileId, ...(thumb === undefined ? {} : { thumb }) });
const said = async (fileId: number) => {
  const task = await createTask.run(await ctx("project_manager"), {
    objectId: object.id,
    title: "Подписать акт",
  });
  await commentTask.run(await ctx(), { taskId: task.id, text: "Акт", fileIds: [fileId] });
};

test("an unattached document is visible only to its uploader", async () => {
  const fileId = await sent();
  const { url } = await open("construction_itr", fileId);
  expect(url).toMatch(/^https:\/\/store\.example\/[\w-]{32}\/original\/Акт № 7\.PDF$/);
  for (const role of ["admin", "project_manager", "pto", "viewer"] as const) {
    expect((await refusalOf(open(role, fileId))).code, role).toBe("not_found");
  }
});

test("a document of a task is visible to users who see the task, not to observers, strangers or former members", async () => {
  const fileId = await sent();
  await said(fileId);
  for (const role of ["admin", "director", "project_manager", "installer"] as const) {
    expect((await open(role, fileId)).url, role).toContain(NAME);
  }
  expect((await refusalOf(open("viewer", fileId))).code).toBe("not_found");
  const stranger = world.ctx(await world.createUser({ role: "pto" }), { links });
  expect((await refusalOf(getFileLink.run(stranger, { fileId }))).code).toBe("not_found");
  const foreman = await world.as("construction_itr");
  const left = { ...foreman, objectRoles: {} };
  expect((await refusalOf(getFileLink.run(world.ctx(left, { links }), { fileId }))).code).toBe("not_found");
});

test("a document has no thumbnail, and no link before it was checked", async () => {
  const fileId = await sent();
  expect(fieldsOf(await refusalOf(open("construction_itr", fileId, "320")))).toEqual([
    "thumb: document_no_thumb",
  ]);
  const waiting = await sent(DOCUMENT, "stored");
  const refusal = await refusalOf(open("construction_itr", waiting));
  expect(refusal.details.sentence).toBe("file_not_ready");
});

test("a document is not accepted as a photo of an entry, of a day's journal, or as evidence of work", async () => {
  const foreman = await world.as("construction_itr");
  const line = { objectId: object.id, floorVolumeId: object.cell("Юг", "1", "МОД"), date: "2026-09-08" };
  const entry = async (photoIds: number[]) =>
    enterFact.run(await ctx(), { ...line, quantity: "10", photoIds });
  const fileId = await sent();
  expect(fieldsOf(await refused(() => entry([fileId])))).toEqual(["photoIds.0: unknown_photo"]);
  const laid = async () => addJournalPhotos.run(await ctx(), { objectId: object.id, fileIds: [fileId] });
  expect(fieldsOf(await refused(laid))).toEqual(["fileIds.0: unknown_photo"]);

  const { id: taskId } = await createTask.run(await ctx("project_manager"), {
    objectId: object.id,
    title: "Подписать акт",
    assigneeId: foreman.id,
    requiredPhotos: 1,
  });
  const move = async (to: "in_progress" | "review", version: number, fileIds: number[]) =>
    changeTaskStatus.run(await ctx(), { taskId, to, version, fileIds });
  const { version } = await move("in_progress", 1, []);
  expect(fieldsOf(await refused(() => move("review", version, [fileId])))).toEqual([
    "fileIds: photos_missing",
  ]);
  const photoId = await sent(PHOTO);
  expect(await move("review", version, [fileId, photoId])).toMatchObject({ status: "review" });
  const { files, photoCount } = await getTask.run(await ctx("pto"), { taskId });
  expect(files.map((file) => [file.purpose, file.thumbUrl === null])).toEqual([
    ["document", true],
    ["photo", false],
  ]);
  expect(photoCount).toBe(1);
});
