import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "@stsphera/sandbox";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ObjectNotFound } from "./errors.ts";
import { objectKey, sha256Hex } from "./keys.ts";
import { createStorage, type Storage } from "./storage.ts";

const s3 = { bucket: "files", accessKey: "sandbox-access", secretKey: "sandbox-secret-key" };
const bytes = new TextEncoder().encode("Фасад, 12 этаж\0\u00ff".repeat(50));
const rules = { contentType: "image/jpeg", size: bytes.byteLength, expiresSeconds: 60 };

let folder: string;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let storage: Storage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "storage-test-"));
  sandbox = await startSandbox({
    port: 0,
    s3Port: 0,
    dataDir: folder,
    botToken: "7000000001:AAstorage-test",
    botUsername: "storage_test_bot",
    appShortName: "app",
    miniAppUrl: "http://127.0.0.1:3000",
    s3,
  });
  storage = createStorage({ endpoint: sandbox.s3Url, publicEndpoint: sandbox.s3Url, ...s3 });
  await storage.ensureBucket();
});

afterAll(async () => {
  await sandbox?.close();
  await rm(folder, { recursive: true, force: true });
});

const send = (link: { url: string; headers: Record<string, string> }, body: Uint8Array) =>
  fetch(link.url, { method: "PUT", headers: link.headers, body: new Uint8Array(body) });

describe("through the client", () => {
  test("bytes are read back unchanged", async () => {
    const key = objectKey();
    await storage.put(key, bytes, "image/jpeg");
    expect(Buffer.from(await storage.get(key)).equals(bytes)).toBe(true);
    expect(await storage.head(key)).toEqual({ size: bytes.byteLength, contentType: "image/jpeg" });
  });

  test("a deleted object does not exist, and can be deleted again", async () => {
    const key = objectKey();
    await storage.put(key, bytes, "image/png");
    await storage.delete(key);
    await storage.delete(key);
    expect(await storage.head(key)).toBeNull();
    await expect(storage.get(key)).rejects.toBeInstanceOf(ObjectNotFound);
  });

  test("an existing bucket is kept, and a missing one is told", async () => {
    const at = { endpoint: sandbox.s3Url, publicEndpoint: sandbox.s3Url };
    await storage.ensureBucket();
    expect(await storage.hasBucket()).toBe(true);
    expect(await createStorage({ ...at, ...s3, bucket: "absent" }).hasBucket()).toBe(false);
  });

  test("objects are listed by the beginning of their keys", async () => {
    for (const name of ["list/a", "list/b", "other/c"]) await storage.put(name, bytes, "image/png");
    const found = [];
    for await (const { key, lastModified } of storage.list("list/")) {
      found.push(key);
      expect(lastModified.getTime()).toBeGreaterThan(0);
    }
    expect(found).toEqual(["list/a", "list/b"]);
  });

  test("a wrong secret gives no access", async () => {
    const key = objectKey();
    const endpoints = { endpoint: sandbox.s3Url, publicEndpoint: sandbox.s3Url };
    const stranger = createStorage({ ...endpoints, ...s3, secretKey: "guessed" });
    await expect(stranger.put(key, bytes, "image/jpeg")).rejects.toThrow();
    await expect(stranger.hasBucket()).rejects.toThrow();
    expect(await storage.head(key)).toBeNull();
  });
});

describe("through links", () => {
  test("an upload and a download need no other credentials", async () => {
    const key = objectKey();
    const sent = await send(storage.presignPut(key, { ...rules, sha256: sha256Hex(bytes) }), bytes);
    expect(sent.status).toBe(200);
    const got = await fetch(storage.presignGet(key, { expiresSeconds: 60 }));
    expect(got.headers.get("content-type")).toBe("image/jpeg");
    expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test("a Cyrillic name comes with the file (regression 10)", async () => {
    const key = objectKey();
    await storage.put(key, bytes, "application/pdf");
    const got = await fetch(storage.presignGet(key, { expiresSeconds: 60, fileName: "Акт №1 (Б).pdf" }));
    expect(got.status).toBe(200);
    expect(got.headers.get("content-disposition")).toContain(
      "filename*=UTF-8''%D0%90%D0%BA%D1%82%20%E2%84%961%20%28%D0%91%29.pdf",
    );
  });

  test("an upload of another size, type or key is refused and stores nothing", async () => {
    const key = objectKey();
    const link = storage.presignPut(key, rules);
    const longer = await send(link, new Uint8Array([...bytes, 1]));
    const typed = await send({ ...link, headers: { "content-type": "text/html" } }, bytes);
    const moved = await send({ ...link, url: link.url.replace(key, `${key}x`) }, bytes);
    expect([longer.status, typed.status, moved.status]).toEqual([403, 403, 403]);
    expect(await storage.head(key)).toBeNull();
    expect(await storage.head(`${key}x`)).toBeNull();
  });

  test("bytes with another digest are refused", async () => {
    const key = objectKey();
    const link = storage.presignPut(key, { ...rules, sha256: sha256Hex(new Uint8Array([1])) });
    expect((await send(link, bytes)).status).toBe(400);
    expect(await storage.head(key)).toBeNull();
  });

  test("a link of an hour ago has expired, and the photo opens by a new one (regression 19)", async () => {
    const key = objectKey();
    await storage.put(key, bytes, "image/jpeg");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 3_600_000 });
    const old = storage.presignGet(key, { expiresSeconds: 600 });
    vi.useRealTimers();
    expect((await fetch(old)).status).toBe(403);
    expect((await fetch(storage.presignGet(key, { expiresSeconds: 600 }))).status).toBe(200);
  });

  test("a download link works only for its object", async () => {
    const key = objectKey();
    const other = objectKey();
    await storage.put(other, bytes, "image/jpeg");
    const link = storage.presignGet(key, { expiresSeconds: 60 });
    expect((await fetch(link.replace(key, other))).status).toBe(403);
    expect((await fetch(link)).status).toBe(404);
  });
});
