import { schema } from "@stsphera/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "@stsphera/rbac";
import { type TestObject, fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { addJournalPhotos } from "./add-journal-photos.ts";
import { attachPhotos } from "./attach-photos.ts";
import { correctFact } from "./correct-fact.ts";
import { decideFact } from "./decide-fact.ts";
import { enterFact } from "./enter-fact.ts";
import { explainFact } from "./explain-fact.ts";
import { getFact } from "./get-fact.ts";
import { listJournal } from "./list-journal.ts";
import { recentEntries } from "./recent-entries.ts";
import { undoFact } from "./undo-fact.ts";

let world: World;
let object: TestObject;
let foreman: UserActor;

beforeAll(async () => {
  world = await createTestWorld();
  object = await world.createTestObject();
  foreman = await world.as("construction_itr");
});
afterAll(() => world.close());

async function aPhoto(by: UserActor = foreman, status: "awaiting" | "ready" = "awaiting"): Promise<number> {
  const [row] = await world.db.orm
    .insert(schema.files)
    .values({
      objectId: object.id,
      purpose: "photo",
      source: "upload",
      status,
      name: "photo.jpg",
      storageKey: crypto.randomUUID(),
      uploadedBy: by.id,
      createdAt: world.now,
    })
    .returning({ id: schema.files.id });
  if (row === undefined) throw new Error("no file");
  return row.id;
}
const enter = (quantity: string, photoIds: number[] = []) =>
  enterFact.run(world.ctx(foreman), {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity,
    photoIds,
    confirmDuplicate: true,
  });

describe("photos of an entry", () => {
  it("are kept with it whatever their number, and links are signed only when they are ready (regression 16, 19)", async () => {
    const waiting = await Promise.all(Array.from({ length: 9 }, () => aPhoto()));
    const ready = await aPhoto(foreman, "ready");
    const { fact } = await enter("1", [...waiting, ready]);
    const links = { sign: (key: string, size: string) => `https://files/${key}-${size}?signed` };
    const read = await getFact.run(world.ctx(foreman, { links }), { factId: fact.id });
    expect(read.photos).toHaveLength(10);
    expect(read.photos.filter((photo) => photo.url === null)).toHaveLength(9);
    expect(read.photos.find((photo) => photo.id === ready)?.thumbUrl).toMatch(/-320\?signed$/);
  });

  it("are added later, once each, until it is confirmed", async () => {
    const { fact } = await enter("1");
    const photo = await aPhoto();
    const ctx = world.ctx(foreman);
    await attachPhotos.run(ctx, { factId: fact.id, fileIds: [photo] });
    const twice = await attachPhotos.run(ctx, { factId: fact.id, fileIds: [photo] });
    expect(twice.photos).toHaveLength(1);
    const pto = world.ctx(await world.as("pto"));
    await decideFact.run(pto, { factId: fact.id, to: "confirmed", version: fact.version });
    const late = await refusalOf(attachPhotos.run(ctx, { factId: fact.id, fileIds: [await aPhoto()] }));
    expect(late.details.sentence).toBe("already_confirmed");
  });

  it("must be the actor's own and belong to one entry", async () => {
    const foreign = await aPhoto(await world.as("project_manager"));
    const before = await world.traces();
    expect(fieldsOf(await refusalOf(enter("1", [foreign])))).toEqual(["photoIds.0: unknown_photo"]);
    expect(await world.traces()).toEqual(before);
    const photo = await aPhoto();
    await enter("1", [photo]);
    expect(fieldsOf(await refusalOf(enter("1", [photo])))).toEqual(["photoIds.0: photo_taken"]);
  });

  it("are free again once their entry is undone", async () => {
    const photo = await aPhoto();
    const { fact } = await enter("1", [photo]);
    await undoFact.run(world.ctx(foreman), { factId: fact.id });
    const { fact: again } = await enter("1", [photo]);
    expect(again.photos.map((one) => one.id)).toEqual([photo]);
  });

  it("move to the entry that corrects it", async () => {
    const photo = await aPhoto();
    const { fact } = await enter("2", [photo]);
    const ctx = world.ctx(foreman);
    const { fact: right } = await correctFact.run(ctx, {
      factId: fact.id,
      version: fact.version,
      quantity: "1",
    });
    expect(right.photos.map((one) => one.id)).toEqual([photo]);
  });

  it("without an entry are in the day's journal until attached to one", async () => {
    const photo = await aPhoto();
    const ctx = world.ctx(foreman);
    const laid = await addJournalPhotos.run(ctx, { objectId: object.id, fileIds: [photo] });
    expect(laid).toMatchObject({ date: "2026-09-08", added: 1 });
    expect((await addJournalPhotos.run(ctx, { objectId: object.id, fileIds: [photo] })).added).toBe(0);
    expect((await listJournal.run(ctx, { objectId: object.id })).items).toHaveLength(1);
    const { fact } = await enter("1");
    await attachPhotos.run(ctx, { factId: fact.id, fileIds: [photo] });
    expect((await listJournal.run(ctx, { objectId: object.id })).items).toHaveLength(0);
  });
});

describe("around an entry", () => {
  it("stores a reason given after the entry", async () => {
    const { fact } = await enter("1");
    const input = { factId: fact.id, version: fact.version, planReason: { code: "weather_wind" as const } };
    const explained = await explainFact.run(world.ctx(foreman), input);
    expect(explained).toMatchObject({ planReason: { code: "weather_wind", text: null }, version: 2 });
    const stale = await refusalOf(explainFact.run(world.ctx(foreman), input));
    expect(stale.code).toBe("version_conflict");
    const manager = world.ctx(await world.as("project_manager"));
    expect((await refusalOf(explainFact.run(manager, { ...input, version: 2 }))).code).toBe("forbidden");
  });

  it("refuses another reason once it is confirmed", async () => {
    const { fact } = await enter("1");
    const pto = world.ctx(await world.as("pto"));
    await decideFact.run(pto, { factId: fact.id, to: "confirmed", version: fact.version });
    const input = { factId: fact.id, version: 2, planReason: { code: "weather_wind" as const } };
    const refused = await refusalOf(explainFact.run(world.ctx(foreman), input));
    expect(refused).toMatchObject({ code: "conflict", details: { sentence: "already_confirmed" } });
    const { planReason, version } = await getFact.run(world.ctx(foreman), { factId: fact.id });
    expect({ planReason, version }).toEqual({ planReason: null, version: 2 });
  });

  it("lists the actor's newest entries", async () => {
    const { fact } = await enter("1");
    const recent = await recentEntries.run(world.ctx(foreman), {});
    expect(recent).toHaveLength(3);
    expect(recent[0]).toMatchObject({
      id: fact.id,
      workCode: "МОД",
      facade: "Юг",
      floor: "1",
      quantity: "1",
    });
  });
});
