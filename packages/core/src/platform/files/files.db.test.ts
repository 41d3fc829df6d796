import type { Role } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { attachTelegramPhotos, decideFact, enterFact, getFact } from "../../domains/facts/index.ts";
import type { Context, PhotoLinks } from "../../kernel/index.ts";
import { type TestObject, fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { FILES_A_DAY } from "./file-quota.ts";
import { completeFile } from "./complete-file.ts";
import { createFile } from "./create-file.ts";
import { getFileLink } from "../../domains/verbs.ts";
import { processFile } from "./process-file.ts";
import { recordTelegramFiles } from "./record-telegram-files.ts";

let world: World;
let object: TestObject;
/** Sizes of the objects in the fake store, by key. */
const stored = new Map<string, number>();

const links: PhotoLinks = {
  sign: (key, size) => `https://store.example/${key}/${size}`,
  upload: (key, file) => ({
    url: `https://store.example/${key}`,
    headers: { "content-type": file.contentType },
  }),
  sizeOf: (key) => Promise.resolve(stored.get(key) ?? null),
};

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  object = await world.createTestObject();
  stored.clear();
});

const ctx = async (role: Role = "construction_itr") => world.ctx(await world.as(role), { links });
const announce = async (more: Record<string, unknown> = {}, role?: Role) =>
  createFile.run(await ctx(role), {
    objectId: object.id,
    name: "Юг 11.jpg",
    size: 1000,
    sha256: "a".repeat(64),
    contentType: "image/jpeg",
    ...more,
  } as never);
const DOCUMENT = { purpose: "document", name: "Акт № 7.PDF", contentType: "application/octet-stream" };
const telegramPhoto = { telegramFileId: "file-1", telegramUniqueId: "unique-1" };
const keyOf = async (fileId: number) => {
  const [row] = await world.db.read<{ key: string }>("select storage_key as key from files where id = $1", [
    fileId,
  ]);
  return row?.key ?? "";
};
const ready = async (fileId: number) => {
  const outcome = {
    status: "ready",
    contentType: "image/jpeg",
    size: 1000,
    sha256: "a".repeat(64),
    width: 4000,
    height: 3000,
    takenAt: null,
  } as const;
  await processFile.run(world.ctx(world.job("files", "fact.enter")), { fileId, outcome });
};
const refused = async (work: () => Promise<unknown>) => {
  const before = await world.traces();
  const refusal = await refusalOf(work());
  expect(await world.traces()).toEqual(before);
  return refusal;
};

describe("announcing an upload", () => {
  test("returns a link signed for these bytes; the key reveals nothing", async () => {
    const { id, uploadUrl, headers } = await announce();
    expect(uploadUrl).toBe(`https://store.example/${await keyOf(id)}`);
    expect(headers).toEqual({ "content-type": "image/jpeg" });
    expect(await keyOf(id)).not.toMatch(/юг|11|jpg/i);
  });

  test("accepts a document of up to 50 MB under the content type of its name", async () => {
    const { headers } = await announce({ ...DOCUMENT, size: 50 * 1024 * 1024 });
    expect(headers).toEqual({ "content-type": "application/pdf" });
  });

  test("is refused beyond what one person may send a day, not for others, and again possible later", async () => {
    const foreman = await world.as("construction_itr");
    await world.db.sql`
      insert into files (object_id, purpose, source, status, name, size, storage_key, uploaded_by, created_at)
      select ${object.id}, 'photo', 'upload', 'ready', 'x.jpg', 1, 'quota-' || n, ${foreman.id}, ${world.now.toISOString()}
      from generate_series(1, ${FILES_A_DAY}) n`;
    expect(await refused(() => announce())).toMatchObject({ code: "conflict", message: "files_a_day" });
    expect(await announce({}, "project_manager")).toMatchObject({ id: expect.any(Number) });
    await world.db.sql`
      update files set created_at = created_at - interval '25 hours' where storage_key like 'quota-%'`;
    expect(await announce()).toMatchObject({ id: expect.any(Number) });
    await world.db.sql`update files set size = 2000000000, created_at = ${world.now.toISOString()}
      where storage_key in ('quota-1', 'quota-2', 'quota-3')`;
    expect(await refused(() => announce())).toMatchObject({ message: "files_a_day" });
    await world.db.sql`delete from files where storage_key like 'quota-%'`;
  });

  test("is refused to an observer, and for strangers the object does not exist", async () => {
    expect(await refused(() => announce({}, "viewer"))).toMatchObject({ code: "forbidden" });
    const stranger = world.ctx(await world.createUser(), { links });
    const asked = {
      objectId: object.id,
      name: "a",
      size: 1,
      sha256: "a".repeat(64),
      contentType: "image/png",
    };
    expect(await refused(() => createFile.run(stranger, asked))).toMatchObject({ code: "not_found" });
  });

  test.each([
    [{ size: 20 * 1024 * 1024 + 1 }, "payload_too_large"],
    [{ contentType: "application/zip" }, "unsupported_media_type"],
    [{ purpose: "drawing" }, "validation_failed"],
    [{ ...DOCUMENT, contentType: "text/html" }, "unsupported_media_type"],
    [{ ...DOCUMENT, contentType: "image/jpeg" }, "unsupported_media_type"],
    [{ ...DOCUMENT, name: "Акт.pdf.exe" }, "unsupported_media_type"],
    [{ ...DOCUMENT, size: 50 * 1024 * 1024 + 1 }, "payload_too_large"],
    [{ sha256: "short" }, "validation_failed"],
  ])("refuses %o", async (more, code) => {
    expect(await refused(() => announce(more))).toMatchObject({ code });
  });
});

describe("completing an upload", () => {
  test("asks the store; a file that is missing or differs in size is refused", async () => {
    const { id } = await announce();
    const complete = async () => completeFile.run(await ctx(), { fileId: id });
    expect((await refused(complete)).details.sentence).toBe("file_not_uploaded");
    stored.set(await keyOf(id), 999);
    expect(fieldsOf(await refused(complete))).toEqual(["size: file_size_differs"]);
    stored.set(await keyOf(id), 1000);
    expect(await complete()).toEqual({ id, status: "stored", error: null });
    expect(await complete()).toEqual({ id, status: "stored", error: null });
  });

  test("is refused to other users", async () => {
    const { id } = await announce();
    stored.set(await keyOf(id), 1000);
    const other = async () => completeFile.run(await ctx("project_manager"), { fileId: id });
    expect(await refused(other)).toMatchObject({ code: "not_found" });
  });

  test("reports a store that does not answer", async () => {
    const { id } = await announce();
    const broken = { ...links, sizeOf: () => Promise.reject(new Error("connect ECONNREFUSED")) };
    const actor = await world.as("construction_itr");
    const refusal = await refused(() =>
      completeFile.run(world.ctx(actor, { links: broken }), { fileId: id }),
    );
    expect(refusal.code).toBe("unavailable");
  });
});

describe("photos at Telegram", () => {
  const enter = async () => {
    const { fact } = await enterFact.run(await ctx(), {
      objectId: object.id,
      floorVolumeId: object.cell("Юг", "1", "МОД"),
      date: "2026-09-08",
      quantity: "10",
    });
    return fact;
  };

  test("are attached to an entry in the same transaction, each message once", async () => {
    const fact = await enter();
    const asked = {
      factId: fact.id,
      files: [1, 2, 3].map((n) => ({ ...telegramPhoto, telegramFileId: `file-${n}`, mediaGroupId: "album" })),
    };
    const foreman = { ...(await ctx()), idempotencyKey: "tg:1:1" };
    const { fileIds } = await attachTelegramPhotos.run(foreman, asked);
    expect(await attachTelegramPhotos.run(foreman, asked)).toEqual({ fileIds });
    const { photos } = await getFact.run(await ctx(), { factId: fact.id });
    expect(photos.map((photo) => ({ id: photo.id, status: photo.status, url: photo.url }))).toEqual(
      fileIds.map((id) => ({ id, status: "awaiting", url: null })),
    );
  });

  test("are not attached to an entry of another object, nor to a confirmed one", async () => {
    const fact = await enter();
    const record = async (context: Context) =>
      attachTelegramPhotos.run(context, { factId: fact.id, files: [telegramPhoto] });
    const stranger = world.ctx(await world.createUser({ role: "pto" }), { links });
    expect(await refused(() => record(stranger))).toMatchObject({ code: "not_found" });
    await decideFact.run(await ctx("project_manager"), {
      factId: fact.id,
      to: "confirmed",
      version: fact.version,
    });
    expect((await refused(async () => record(await ctx()))).details.sentence).toBe("already_confirmed");
  });

  test("an oversized file is refused before it is fetched", async () => {
    const files = [{ ...telegramPhoto, size: 21 * 1024 * 1024 }];
    const refusal = await refused(async () =>
      recordTelegramFiles.run(await ctx(), { objectId: object.id, files }),
    );
    expect(refusal.code).toBe("payload_too_large");
  });

  test("no user may set the outcome of a file", async () => {
    const { fileIds } = await recordTelegramFiles.run(await ctx(), {
      objectId: object.id,
      files: [telegramPhoto],
    });
    const outcome = { status: "failed", error: "damaged" } as const;
    const admin = await ctx("admin");
    const refusal = await refused(() => processFile.run(admin, { fileId: fileIds[0] ?? 0, outcome }));
    expect(refusal.code).toBe("forbidden");
  });

  test("a photo gets a fresh link for users who see facts, and for an observer once confirmed", async () => {
    const fact = await enter();
    const { fileIds } = await attachTelegramPhotos.run(await ctx(), {
      factId: fact.id,
      files: [telegramPhoto],
    });
    const fileId = fileIds[0] ?? 0;
    const open = async (role: Role) => getFileLink.run(await ctx(role), { fileId, thumb: "320" });
    expect((await refusalOf(open("pto"))).details.sentence).toBe("file_not_ready");
    await ready(fileId);
    expect(await open("pto")).toEqual({ url: `https://store.example/${await keyOf(fileId)}/320` });
    expect((await refusalOf(open("viewer"))).code).toBe("not_found");
    await decideFact.run(await ctx("project_manager"), {
      factId: fact.id,
      to: "confirmed",
      version: fact.version,
    });
    expect(await open("viewer")).toMatchObject({ url: expect.stringContaining("/320") });
    const stranger = world.ctx(await world.createUser(), { links });
    expect((await refusalOf(getFileLink.run(stranger, { fileId }))).code).toBe("not_found");
  });
});

test.each(["closed", "archived"])("nothing is sent for a %s object, nor completed there", async (status) => {
  const before = await announce();
  await world.db.sql`update objects set status = ${status} where id = ${object.id}`;
  const traces = await world.traces();
  const person = await ctx();
  const writes = [
    () => announce(),
    () => announce(DOCUMENT),
    () => recordTelegramFiles.run(person, { objectId: object.id, files: [telegramPhoto] }),
    () => completeFile.run(person, { fileId: before.id }),
  ];
  for (const write of writes) {
    const refusal = await refusalOf(write());
    expect(refusal).toMatchObject({ code: "conflict", details: { sentence: "object_is_over" } });
  }
  expect(await world.traces()).toEqual(traces);
});
