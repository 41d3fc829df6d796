import { createHash } from "node:crypto";
import { createFileWorker, createPhotoLinks } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import type { Role, UserActor } from "@stsphera/rbac";
import { decodePhoto } from "@stsphera/storage";
import { createBotApi } from "@stsphera/telegram";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answered, contractAsker } from "../testing/contract-asker.ts";
import { errorOf } from "../testing/errors.ts";
import { openTestStore, type TestStore } from "../testing/object-store.ts";
import { BOT_TOKEN, openApi, type TestApi } from "../testing/open-api.ts";

const NAME = 'Акт "скрытых"; работ\r\nSet-Cookie: a=1 № 7.pdf';
/** Names are kept on a single line. */
const ONE_LINE = 'Акт "скрытых"; работ Set-Cookie: a=1 № 7.pdf';
const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n");
const PAGE = Buffer.from("<!doctype html><script>alert(1)</script>");

let api: TestApi;
let store: TestStore;
let object: TestObject;
const { ask } = contractAsker(() => api, []);

beforeAll(async () => {
  store = await openTestStore();
  api = await openApi(() => ({ links: createPhotoLinks(store.storage) }));
  object = await api.world.createTestObject({ volumes: [] });
});
afterAll(async () => {
  await api.close();
  await store.close();
});

type Upload = { id: number; uploadUrl: string; headers: Record<string, string> };

/** Creates a file, uploads it by its link, completes it and runs the file worker. */
async function send(as: UserActor, name: string, bytes: Buffer) {
  const { id, uploadUrl, headers } = await ask<Upload>("POST /api/files", {
    as,
    body: {
      objectId: object.id,
      purpose: "document",
      name,
      size: bytes.byteLength,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      contentType: "application/pdf",
    },
  });
  const put = await fetch(uploadUrl, { method: "PUT", headers, body: new Uint8Array(bytes) });
  expect(put.status).toBe(200);
  const complete = () =>
    ask<{ status: string; error: string | null }>("POST /api/files/:fileId/complete", {
      as,
      ids: { fileId: id },
    });
  expect(await complete()).toMatchObject({ status: "stored" });
  const worker = createFileWorker({
    db: api.world.db,
    api: createBotApi({ token: BOT_TOKEN, root: "http://127.0.0.1:9" }),
    storage: store.storage,
    decode: decodePhoto,
    now: () => api.clock.now,
    warn: (_message, error) => {
      throw error;
    },
  });
  expect(await worker.workNext()).toBe(true);
  return { id, ...(await complete()) };
}

const follow = (as: UserActor, fileId: number, query = "") =>
  api.call("GET", `/api/files/${fileId}${query}`, { as });

test("regression 10: a document with a difficult name is sent with a comment and downloaded in full by another member", async () => {
  const [manager, foreman] = [await api.world.as("project_manager"), await api.world.as("construction_itr")];
  const { id, status } = await send(foreman, NAME, PDF);
  expect(status).toBe("ready");
  expect((await follow(manager, id)).status).toBe(404);

  const task = await ask<Answered>("POST /api/objects/:objectId/tasks", {
    as: manager,
    ids: { objectId: object.id },
    body: { title: "Подписать акт", assigneeId: foreman.id },
  });
  await ask("POST /api/tasks/:taskId/comments", {
    as: foreman,
    ids: { taskId: task.id },
    body: { text: "Акт приложен", fileIds: [id] },
  });
  const { items } = await ask<{ items: { files: { id: number; purpose: string; url: string }[] }[] }>(
    "GET /api/tasks/:taskId/comments",
    { as: manager, ids: { taskId: task.id } },
  );
  expect(items[0]?.files).toMatchObject([{ id, purpose: "document", name: ONE_LINE, thumbUrl: null }]);

  const { location } = await ask<{ location: string }>("GET /api/files/:fileId", {
    as: manager,
    ids: { fileId: id },
  });
  for (const link of [location, items[0]?.files[0]?.url ?? ""]) {
    const saved = await fetch(link);
    expect(saved.headers.get("content-disposition")).toBe(
      `attachment; filename="___ __________ _____ Set-Cookie: a=1 _ 7.pdf"; filename*=UTF-8''${encodeURIComponent(ONE_LINE)}`,
    );
    expect(saved.headers.get("set-cookie")).toBeNull();
    expect(saved.headers.get("content-type")).toBe("application/pdf");
    expect(Buffer.from(await saved.arrayBuffer()).equals(PDF)).toBe(true);
  }

  const seen: Partial<Record<Role, number>> = {};
  for (const role of ["admin", "installer", "viewer"] as const) {
    seen[role] = (await follow(await api.world.as(role), id)).status;
  }
  expect(seen).toEqual({ admin: 302, installer: 302, viewer: 404 });
  expect((await follow(await api.world.createUser({ role: "pto" }), id)).status).toBe(404);
  const small = await follow(manager, id, "?thumb=320");
  expect(small.status).toBe(422);
  expect(errorOf(small).details).toMatchObject([{ path: "thumb" }]);
});

test("an invalid document is reported to its uploader and never opens", async () => {
  const foreman = await api.world.as("construction_itr");
  const { id, status, error } = await send(foreman, "Акт.pdf", PAGE);
  expect([status, error]).toEqual(["failed", "type_differs"]);
  const answer = await follow(foreman, id);
  expect([answer.status, errorOf(answer).message]).toEqual([409, "Файл не подошёл, открыть его нельзя."]);
});

test.each([
  [{ name: "Акт.exe" }, 415, "Нужен документ PDF, XLSX, DOCX, DWG или ZIP"],
  [{ contentType: "text/html" }, 415, "Нужен документ"],
  [{ size: 50 * 1024 * 1024 + 1 }, 413, "Документ больше 50 МБ"],
])("%o is refused before the upload", async (change, status, words) => {
  const before = await api.world.traces();
  const body = {
    objectId: object.id,
    purpose: "document",
    name: "Акт.pdf",
    size: 1000,
    sha256: "a".repeat(64),
    contentType: "application/pdf",
    ...change,
  };
  const answer = await api.call("POST", "/api/files", { as: await api.world.as("pto"), body });
  expect(answer.status).toBe(status);
  expect(errorOf(answer).message).toContain(words);
  expect(await api.world.traces()).toEqual(before);
});
