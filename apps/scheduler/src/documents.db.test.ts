import { commentTask, completeFile, createFile, createTask, getFileLink, getTask } from "@stsphera/core";
import { createPhotoLinks } from "@stsphera/core/files";
import type { TestObject } from "@stsphera/core/testing";
import { incomingKey, sha256Hex } from "@stsphera/storage";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openSite, type Site } from "./testing/site.ts";

let site: Site;
let object: TestObject;

const FOREMAN = 1_000_011;
const SOON = { timeout: 15_000, interval: 50 };

beforeEach(async () => {
  site = await openSite();
  object = await site.world.createTestObject({ volumes: [] });
  await site.world.db.sql`update outbox set relayed_at = created_at`;
});
afterEach(() => site.close());

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n");
const dwg = Buffer.concat([Buffer.from("AC1032\0\0\0\0\0", "latin1"), Buffer.alloc(400, 7)]);
/** A zip with two deflated entries, as usual programs write it. */
const docx = Buffer.from(
  "UEsDBBQAAAAIAABQKF3HHBc8CgAAAAgAAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbLMJqSxILda3AwBQSwMEFAAAAAgAAFAoXd1ahg0PAAAADQAAABEA" +
    "AAB3b3JkL2RvY3VtZW50LnhtbLMpt0rJTy7NTc0r0bcDAFBLAQIUAxQAAAAIAABQKF3HHBc8CgAAAAgAAAATAAAAAAAAAAAAAACAAQAAAABbQ29udGVu" +
    "dF9UeXBlc10ueG1sUEsBAhQDFAAAAAgAAFAoXd1ahg0PAAAADQAAABEAAAAAAAAAAAAAAIABOwAAAHdvcmQvZG9jdW1lbnQueG1sUEsFBgAAAAACAAIA" +
    "gAAAAHkAAAAAAA==",
  "base64",
);
const OCTETS = "application/octet-stream";

type Row = { status: string; error: string | null; key: string; type: string; width: number | null };
const fileNow = async (fileId: number) => {
  const [row] = await site.world.db.read<Row>(
    "select status, error, storage_key as key, content_type as type, width from files where id = $1",
    [fileId],
  );
  if (row === undefined) throw new Error("there is no such file");
  return row;
};
const ctx = async () =>
  site.world.ctx(await site.world.as("construction_itr"), { links: createPhotoLinks(site.storage) });
const announce = async (name: string, bytes: Buffer, more: { sha256?: string; contentType?: string } = {}) =>
  createFile.run(await ctx(), {
    objectId: object.id,
    purpose: "document",
    name,
    size: bytes.byteLength,
    sha256: sha256Hex(bytes),
    contentType: OCTETS,
    ...more,
  });
const put = ({ uploadUrl, headers }: { uploadUrl: string; headers: Record<string, string> }, body: Buffer) =>
  fetch(uploadUrl, { method: "PUT", body: new Uint8Array(body), headers });
const send = async (name: string, bytes: Buffer) => {
  const upload = await announce(name, bytes);
  expect((await put(upload, bytes)).status).toBe(200);
  expect(await completeFile.run(await ctx(), { fileId: upload.id })).toMatchObject({ status: "stored" });
  return upload.id;
};
const settled = async (fileId: number, status: "ready" | "failed") => {
  await vi.waitFor(async () => expect((await fileNow(fileId)).status).toBe(status), SOON);
  return fileNow(fileId);
};
/** Expects that all events were relayed and the author was not notified. */
const expectSilence = async () => {
  await vi.waitFor(async () => {
    expect(await site.world.db.read("select id from outbox where relayed_at is null", [])).toEqual([]);
  }, SOON);
  expect(await site.world.db.read("select id from notifications", [])).toEqual([]);
};
const texts = async () => (await site.chat.fromBot(FOREMAN)).map((message) => message.text ?? "");

describe("a valid document", () => {
  test("is stored unchanged, with its type and without thumbnails, and nobody is notified", async () => {
    const types: string[] = [];
    await site.start();
    for (const [name, bytes] of [
      ["Акт.pdf", pdf],
      ["Узел.DWG", dwg],
      ["Письмо.docx", docx],
      ["Письма.zip", docx],
    ] as const) {
      const { key, type, error, width } = await settled(await send(name, bytes), "ready");
      expect([error, width]).toEqual([null, null]);
      expect(await site.storage.head(key)).toEqual({ size: bytes.byteLength, contentType: type });
      expect(await site.storage.head(`${key}/320`)).toBeNull();
      types.push(type.split(/[.-]/).at(-1) ?? "");
    }
    expect(types).toEqual(["application/pdf", "dwg", "document", "application/zip"]);
    await expectSilence();
  });

  test("regression 10: is downloaded in full under its Cyrillic name, by its link and from a task's card", async () => {
    const name = 'Акт "скрытых" работ № 7.pdf';
    await site.start();
    const fileId = await send(name, pdf);
    await settled(fileId, "ready");
    const task = await createTask.run(await ctx(), {
      objectId: object.id,
      title: "Подписать акт",
      fileIds: [fileId],
    });
    const card = await getTask.run(await ctx(), { taskId: task.id });
    expect(card.files).toMatchObject([{ id: fileId, purpose: "document", name, thumbUrl: null }]);
    const { url } = await getFileLink.run(await ctx(), { fileId });
    for (const link of [url, card.files[0]?.url ?? ""]) {
      const got = await fetch(link);
      expect(got.headers.get("content-type")).toBe("application/pdf");
      expect(got.headers.get("content-disposition")).toBe(
        `attachment; filename="___ _________ _____ _ 7.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
      );
      expect(Buffer.from(await got.arrayBuffer()).equals(pdf)).toBe(true);
    }
  });

  test("what is shown is what was checked: an upload repeated afterwards reaches nobody", async () => {
    await site.start();
    const upload = await announce("Акт.pdf", pdf);
    await site.chat.order("/store", { lax: true });
    expect((await put(upload, pdf)).status).toBe(200);
    await completeFile.run(await ctx(), { fileId: upload.id });
    const { key } = await settled(upload.id, "ready");
    const other = Buffer.alloc(pdf.byteLength, "x");
    expect((await put(upload, other)).status).toBe(200);
    expect(Buffer.from(await site.storage.get(key)).equals(pdf)).toBe(true);
    const { url } = await getFileLink.run(await ctx(), { fileId: upload.id });
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(pdf)).toBe(true);
  });

  test("waits while the store is away", async () => {
    const fileId = await send("Акт.pdf", pdf);
    await site.chat.order("/store", { down: true });
    await site.start();
    await vi.waitFor(async () => expect((await fileNow(fileId)).error).not.toBeNull(), SOON);
    await site.chat.order("/store", { down: false });
    expect(await settled(fileId, "ready")).toMatchObject({ error: null });
    await expectSilence();
  });
});

describe("a mismatch is detected: the file fails, its content is deleted, its author is told which and why", () => {
  test("another type than the name says", async () => {
    const page = Buffer.from("<!doctype html><script>alert(1)</script>");
    await site.start();
    const fileId = await send("Смета <1>.pdf", page);
    const { key, error } = await settled(fileId, "failed");
    expect(error).toBe("type_differs");
    expect(await site.storage.head(key)).toBeNull();
    await vi.waitFor(async () => expect((await texts())[0]).toContain("Смета <1>.pdf"), SOON);
    expect((await texts())[0]).toContain("Внутри не то, что обещает имя файла");
    const state = await completeFile.run(await ctx(), { fileId });
    expect(state).toEqual({ id: fileId, status: "failed", error: "type_differs" });
  });

  test("a truncated file", async () => {
    await site.start();
    const { key, error } = await settled(await send("Письмо.docx", docx.subarray(0, -30)), "failed");
    expect(error).toBe("damaged");
    expect(await site.storage.head(key)).toBeNull();
  });

  test("other content than declared: refused by the store and by the check", async () => {
    const upload = await announce("Акт.pdf", pdf, { sha256: sha256Hex(dwg) });
    expect((await put(upload, pdf)).status).toBe(400);
    const { key } = await fileNow(upload.id);
    expect(await site.storage.head(incomingKey(key))).toBeNull();
    await site.chat.order("/store", { lax: true });
    expect((await put(upload, pdf)).status).toBe(200);
    await completeFile.run(await ctx(), { fileId: upload.id });
    await site.start();
    expect(await settled(upload.id, "failed")).toMatchObject({ error: "differs" });
    await vi.waitFor(async () => expect(await site.storage.head(incomingKey(key))).toBeNull(), SOON);
    expect(await site.storage.head(key)).toBeNull();
  });

  test("another size than declared is not even uploaded", async () => {
    const upload = await announce("Акт.pdf", pdf);
    expect((await put(upload, Buffer.concat([pdf, pdf]))).status).toBe(403);
    const wrongType = { ...upload, headers: { ...upload.headers, "content-type": "text/html" } };
    expect((await put(wrongType, pdf)).status).toBe(403);
    expect(await site.storage.head((await fileNow(upload.id)).key)).toBeNull();
  });

  test("a file deleted before the check", async () => {
    const fileId = await send("Акт.pdf", pdf);
    await site.storage.delete(incomingKey((await fileNow(fileId)).key));
    await site.start();
    expect(await settled(fileId, "failed")).toMatchObject({ error: "gone" });
  });

  test("is shown in its comment, and links its author to the task", async () => {
    const fileId = await send("Акт.pdf", Buffer.from("это не PDF"));
    const task = await createTask.run(await ctx(), { objectId: object.id, title: "Подписать акт" });
    await commentTask.run(await ctx(), { taskId: task.id, text: "Акт", fileIds: [fileId] });
    await site.start();
    await settled(fileId, "failed");
    const { files } = await getTask.run(await ctx(), { taskId: task.id });
    expect(files).toMatchObject([{ id: fileId, status: "failed", url: null, thumbUrl: null }]);
    await vi.waitFor(async () => {
      const links = await site.world.db.read(
        `select deep_link as link, category from notifications where type = 'document.refused'`,
        [],
      );
      expect(links).toEqual([{ link: `t${task.id}`, category: "documents" }]);
    }, SOON);
  });
});
