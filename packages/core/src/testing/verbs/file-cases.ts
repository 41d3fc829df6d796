import type { FileStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { limitOn, type SystemActor } from "@stsphera/rbac";
import { FACT_CASES } from "./fact-cases.ts";
import { photoOf } from "./rows.ts";
import type { VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

/** Photos of the user in three states: announced, uploaded, and ready with an entry. */
type Made = { awaitedFileId: number; storedFileId: number; readyFileId: number };

const FILES: SystemActor = { kind: "system", job: "files", permissions: ["fact.enter"] };

const cases: Readonly<Record<string, VerbCase<Made>>> = {
  "file.record_telegram": {
    permission: "task.comment",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      files: [
        { telegramFileId: "AgACAgIAAx", telegramUniqueId: "AQADx", size: 90_000, width: 1280, height: 960 },
      ],
    }),
  },
  "file.create": {
    permission: "task.comment",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      name: "фасад.jpg",
      size: 1000,
      sha256: "a".repeat(64),
      contentType: "image/jpeg",
    }),
  },
  "file.complete": {
    permission: "task.comment",
    onObject: true,
    unless: ({ foreman }, actor) => (actor.id === foreman.id ? null : "not_found"),
    doneBy: "construction_itr",
    input: ({ made: { awaitedFileId } }) => ({ fileId: awaitedFileId }),
  },
  "file.process": {
    permission: "job",
    doneBy: FILES,
    input: ({ made: { storedFileId } }) => ({
      fileId: storedFileId,
      outcome: {
        status: "ready",
        contentType: "image/jpeg",
        size: 1000,
        sha256: "a".repeat(64),
        width: 1280,
        height: 960,
        takenAt: null,
      },
    }),
  },
  "file.link": {
    permission: "fact.view",
    onObject: true,
    unless: ({ here }, actor) =>
      limitOn(actor, "fact.view", { objectId: here.id }) === "confirmed_only" ? "not_found" : null,
    ofOneSize: true,
    input: ({ made: { readyFileId } }) => ({ fileId: readyFileId }),
  },
};

export const FILE_CASES = verbsOf({
  cases,
  prepare: async (prepared): Promise<Made> => {
    const { world, here, foreman } = prepared;
    const photo = (status: FileStatus) => photoOf(world.ctx(foreman), foreman, here.id, status);
    const readyFileId = await photo("ready");
    await world.db.orm.insert(schema.attachments).values({
      entityType: "fact",
      entityId: FACT_CASES.of(prepared).factId,
      fileId: readyFileId,
      role: "photo",
      createdBy: foreman.id,
      createdAt: world.now,
    });
    return { awaitedFileId: await photo("awaiting"), storedFileId: await photo("stored"), readyFileId };
  },
  own: async ({ world, here }, actor, others) => ({
    ...others,
    awaitedFileId: await photoOf(world.ctx(actor), actor, here.id, "awaiting"),
    readyFileId: await photoOf(world.ctx(actor), actor, here.id, "ready"),
  }),
  ids: { files: ["fileId", "fileIds", "photoIds"] },
  thingsOn: async ({ world, author, objectId }) => {
    const fileId = await photoOf(world.ctx(author), author, objectId, "ready");
    return { fileId, fileIds: fileId, photoIds: fileId };
  },
});
