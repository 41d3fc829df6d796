import { readFile } from "node:fs/promises";
import {
  completeFile,
  createFile,
  enterFact,
  getFact,
  getFileLink,
  attachTelegramPhotos,
  recordTelegramFiles,
} from "@stsphera/core";
import { createPhotoLinks } from "@stsphera/core/files";
import type { TestObject } from "@stsphera/core/testing";
import { incomingKey, sha256Hex, thumbnailKey } from "@stsphera/storage";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sweepUploads } from "./jobs/sweep-uploads.ts";
import type { Message } from "./testing/chat.ts";
import { openSite, photo, type Site } from "./testing/site.ts";

let site: Site;
let object: TestObject;

const FOREMAN = 1_000_011;
const SOON = { timeout: 15_000, interval: 50 };

beforeEach(async () => {
  site = await openSite();
  object = await site.world.createTestObject();
  await site.world.db.sql`update outbox set relayed_at = created_at`;
});
afterEach(() => site.close());

const ctx = async () =>
  site.world.ctx(await site.world.as("construction_itr"), { links: createPhotoLinks(site.storage) });
const enter = async () => {
  const { fact } = await enterFact.run(await ctx(), {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "10",
  });
  return fact.id;
};
const record = async (messages: readonly Message[], factId?: number) => {
  const files = messages.map((message) => ({
    telegramFileId: message.photos[0] ?? message.document?.fileId ?? "",
    telegramUniqueId: `unique-${message.messageId}`,
    ...(message.mediaGroupId === undefined ? {} : { mediaGroupId: message.mediaGroupId }),
  }));
  const { fileIds } =
    factId === undefined
      ? await recordTelegramFiles.run(await ctx(), { objectId: object.id, files })
      : await attachTelegramPhotos.run(await ctx(), { factId, files });
  return fileIds;
};
const announce = async (name: string, bytes: Buffer, contentType: string, send = true) => {
  const announced = { name, size: bytes.byteLength, sha256: sha256Hex(bytes), contentType };
  const { id, uploadUrl, headers } = await createFile.run(await ctx(), { objectId: object.id, ...announced });
  if (!send) return id;
  expect((await fetch(uploadUrl, { method: "PUT", body: new Uint8Array(bytes), headers })).status).toBe(200);
  await completeFile.run(await ctx(), { fileId: id });
  return id;
};
type Row = { status: string; error: string | null; width: number | null; key: string; type: string | null };
const filesNow = () =>
  site.world.db.read<Row>(
    `select status, error, width, storage_key as key, content_type as type from files order by id`,
    [],
  );
const texts = async () => (await site.chat.fromBot(FOREMAN)).map((message) => message.text ?? "");

test("an album of three becomes three photos with thumbnails (regression 16)", async () => {
  const album = await site.chat.send(FOREMAN, { photos: await Promise.all([40, 90, 140].map(photo)) });
  const factId = await enter();
  await record(album, factId);
  await site.start();
  await vi.waitFor(async () => {
    expect((await filesNow()).map((file) => file.status)).toEqual(["ready", "ready", "ready"]);
  }, SOON);
  const [file] = await filesNow();
  expect(file).toMatchObject({ width: 1600, type: "image/jpeg", error: null });
  const small = await site.storage.head(thumbnailKey(file?.key ?? "", 320));
  expect(small?.contentType).toBe("image/webp");
  expect(await texts()).toEqual([]);

  const fact = await getFact.run(await ctx(), { factId });
  expect(fact.photos).toHaveLength(3);
  const shown = await fetch(fact.photos[0]?.thumbUrl ?? "");
  expect(shown.status).toBe(200);
  expect(new Uint8Array(await shown.arrayBuffer())).toHaveLength(small?.size ?? 0);
});

test("while the store is away the author is told once that photos are late, and once that they arrived", async () => {
  await site.chat.order("/store", { down: true });
  const album = await site.chat.send(FOREMAN, { photos: await Promise.all([40, 90].map(photo)) });
  await record(album, await enter());
  await site.start();
  await vi.waitFor(async () => {
    const [late, ...others] = await texts();
    expect(others).toEqual([]);
    expect(late).toContain("Фото дойдут позже");
    expect(late).toContain("Запись стоит, 2 фото в очереди");
  }, SOON);
  await site.chat.order("/store", { down: false });
  await vi.waitFor(async () => {
    const [arrived, ...others] = await texts();
    expect(others).toEqual([]);
    expect(arrived).toContain("Фото дошли");
    expect(arrived).toContain("На месте  2 фото");
  }, SOON);
  expect((await filesNow()).map((file) => file.status)).toEqual(["ready", "ready"]);
});

test("a failing download from Telegram only delays the photo", async () => {
  await site.chat.order("/faults", { kind: "500", method: "file", count: 1 });
  await record(await site.chat.send(FOREMAN, { photos: [await photo(40)] }));
  await site.start();
  await vi.waitFor(async () => expect((await filesNow())[0]?.status).toBe("ready"), SOON);
});

test("a file that is not a picture is refused, and its author is told why (regression 17)", async () => {
  const base64 = Buffer.from("%PDF-1.7 не фото").toString("base64");
  const sent = await site.chat.send(FOREMAN, {
    documents: [{ name: "Акт.jpg", base64, mimeType: "image/jpeg" }],
  });
  await record(sent);
  await site.start();
  await vi.waitFor(async () => expect((await texts())[0]).toContain("Файл не подошёл"), SOON);
  expect((await filesNow())[0]).toMatchObject({ status: "failed", error: "unsupported_type" });
});

test("an upload by its signed link becomes a ready photo that can be viewed", async () => {
  const bytes = Buffer.from(await photo(200), "base64");
  const announced = {
    name: "Юг 11.jpg",
    size: bytes.byteLength,
    sha256: sha256Hex(bytes),
    contentType: "image/jpeg",
  };
  const { id, uploadUrl, headers } = await createFile.run(await ctx(), { objectId: object.id, ...announced });
  const put = await fetch(uploadUrl, { method: "PUT", body: bytes, headers });
  expect(put.status).toBe(200);
  expect(await completeFile.run(await ctx(), { fileId: id })).toMatchObject({ status: "stored" });
  await site.start();
  await vi.waitFor(async () => expect((await filesNow())[0]?.status).toBe("ready"), SOON);
  const { url } = await getFileLink.run(await ctx(), { fileId: id, thumb: "1280" });
  expect((await fetch(url)).headers.get("content-type")).toBe("image/webp");
  expect(await completeFile.run(await ctx(), { fileId: id })).toMatchObject({ status: "ready" });
});

test("an iPhone's HEIC becomes a photo with thumbnails, also announced as nothing; its original is kept", async () => {
  const bytes = await readFile(new URL("../../../packages/storage/src/testing/window.heic", import.meta.url));
  const sent = await announce("IMG_0412.HEIC", bytes, "");
  await site.start();
  await vi.waitFor(async () => expect((await filesNow())[0]?.status).toBe("ready"), SOON);
  const [file] = await filesNow();
  expect(file).toMatchObject({ type: "image/heic", width: 96 });
  const { url } = await getFileLink.run(await ctx(), { fileId: sent, thumb: "320" });
  expect((await fetch(url)).headers.get("content-type")).toBe("image/webp");
  expect(await site.storage.head(file?.key ?? "")).toMatchObject({ size: bytes.byteLength });
  expect(await site.storage.head(incomingKey(file?.key ?? ""))).toBeNull();
});

test("a photo that ends its workers is given up before it is tried again", async () => {
  await record(await site.chat.send(FOREMAN, { photos: [await photo(40)] }));
  await site.world.db.sql`update files set claims = 3`;
  await site.start();
  await vi.waitFor(async () => expect((await texts())[0]).toContain("Файл повреждён"), SOON);
  expect((await filesNow())[0]).toMatchObject({ status: "failed", error: "damaged" });
  expect(await site.chat.calls("getFile")).toBe(0);
});

test("an upload that never came is given up after a day and its author told; forgotten bytes are swept", async () => {
  const bytes = Buffer.from(await photo(40), "base64");
  const never = await announce("Юг 11.jpg", bytes, "image/jpeg", false);
  const waiting = await announce("Юг 12.jpg", bytes, "image/jpeg");
  await site.storage.put(incomingKey("forgotten"), bytes, "image/jpeg");
  const late = { ...site.deps, now: () => new Date(Date.now() + 25 * 3_600_000), store: site.storage };
  await site.world.db.sql`update files set created_at = ${new Date(Date.now() - 3_600_000).toISOString()}`;
  expect(await sweepUploads(late)).toEqual({ unsent: 1, swept: 1 });
  expect(await sweepUploads(late)).toEqual({ unsent: 0, swept: 0 });
  await site.start();
  await vi.waitFor(async () => expect((await texts())[0]).toContain("так и не дошло"), SOON);
  expect(await filesNow()).toMatchObject([{ error: "never_sent" }, {}]);
  await vi.waitFor(async () => expect((await filesNow())[1]?.status).toBe("ready"), SOON);
  expect([never, waiting]).toHaveLength(2);
});

test("two schedulers fetch a photo once", async () => {
  await record(await site.chat.send(FOREMAN, { photos: await Promise.all([10, 60, 110, 160].map(photo)) }));
  await Promise.all([site.start(), site.start()]);
  await vi.waitFor(async () => {
    expect((await filesNow()).map((file) => file.status)).toEqual(["ready", "ready", "ready", "ready"]);
  }, SOON);
  expect(await site.chat.calls("getFile")).toBe(4);
});

test("a photo held by a killed worker is fetched when its lease has expired", async () => {
  const { sql } = site.world.db;
  await record(await site.chat.send(FOREMAN, { photos: [await photo(40)] }));
  await sql`update files set next_attempt_at = clock_timestamp() + interval '1 hour'`;
  await site.start();
  await record(await site.chat.send(FOREMAN, { photos: [await photo(90)] }));
  await vi.waitFor(async () => {
    expect((await filesNow()).map((file) => file.status)).toEqual(["awaiting", "ready"]);
  }, SOON);
  await sql`update files set next_attempt_at = clock_timestamp() - interval '1 second' where status = 'awaiting'`;
  await vi.waitFor(async () => {
    expect((await filesNow()).map((file) => file.status)).toEqual(["ready", "ready"]);
  }, SOON);
});
