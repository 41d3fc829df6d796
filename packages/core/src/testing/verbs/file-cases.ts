import { limitOn, type SystemActor } from "@stsphera/rbac";
import type { VerbCase } from "./verb-case.ts";

const FILES: SystemActor = { kind: "system", job: "files", permissions: ["fact.enter"] };

export const FILE_CASES: Readonly<Record<string, VerbCase>> = {
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
    input: ({ prepared: { awaitedFileId } }) => ({ fileId: awaitedFileId }),
  },
  "file.process": {
    permission: "job",
    doneBy: FILES,
    input: ({ prepared: { storedFileId } }) => ({
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
    input: ({ prepared: { readyFileId } }) => ({ fileId: readyFileId }),
  },
};
