import { randomUUID } from "node:crypto";
import { cutText } from "@stsphera/contracts/format";
import type { Database } from "@stsphera/db";
import { incomingKey, type Storage } from "@stsphera/storage";
import { backoffMs } from "../deliveries/index.ts";
import { type Context, DomainError } from "../../kernel/index.ts";
import {
  claimFile,
  type ClaimedFile,
  LEASE_SECONDS,
  postponeFile,
  prolongFile,
  releaseFile,
} from "./claim-file.ts";
import { checkDocument } from "./check-document.ts";
import { fetchPhoto, type PhotoSources } from "./fetch-photo.ts";
import { type FileOutcome, processFile } from "./process-file.ts";

export type FileWorkerDeps = PhotoSources & {
  db: Database;
  storage: Pick<Storage, "delete">;
  now: () => Date;
  warn: (message: string, error: unknown) => void;
  /** Aborts downloads from Telegram; they are retried later. */
  signal?: AbortSignal;
};

export type FileWorker = {
  /** Fetches one waiting photo or checks one waiting document; false when there is none. */
  workNext(): Promise<boolean>;
};

/** A file that was claimed so many times more than attempts ended is given up: its workers died. */
const DEATHS = 3;

/** Processes photos and documents in the background; several processes may run in parallel. */
export function createFileWorker(deps: FileWorkerDeps): FileWorker {
  const { db, now, warn } = deps;

  const record = (fileId: number, outcome: FileOutcome) => {
    const ctx: Context = {
      db,
      actor: { kind: "system", job: "files", permissions: ["fact.enter"] },
      now: now(),
      requestId: randomUUID(),
      warn,
    };
    return processFile.run(ctx, { fileId, outcome });
  };

  async function delay(file: ClaimedFile, error: unknown): Promise<void> {
    if (deps.signal?.aborted === true) return releaseFile(db, file.id);
    const words = error instanceof Error ? error.message : "unknown";
    warn(`file ${file.id} cannot be worked now`, error);
    if (file.attempts === 0) await record(file.id, { status: "delayed", error: cutText(words, 200) });
    await postponeFile(db, file.id, backoffMs(file.attempts + 1));
  }

  async function work(file: ClaimedFile): Promise<void> {
    if (file.claims - file.attempts > DEATHS) {
      warn(`file ${file.id} has ended ${DEATHS} workers`, undefined);
      return settle(file, { status: "failed", error: "damaged" });
    }
    let outcome: FileOutcome;
    try {
      outcome =
        file.purpose === "document"
          ? await checkDocument(deps.storage, file)
          : await fetchPhoto(deps, file, now());
    } catch (error) {
      return delay(file, error);
    }
    await settle(file, outcome);
  }

  /** Records the outcome, then removes what was received; what a crash leaves between the two is swept later. */
  async function settle(file: ClaimedFile, outcome: FileOutcome): Promise<void> {
    await record(file.id, outcome);
    if (file.source === "telegram") return;
    try {
      await deps.storage.delete(incomingKey(file.storageKey));
    } catch (error) {
      warn(`what was received of file ${file.id} is still in the store`, error);
    }
  }

  return {
    async workNext() {
      const file = await claimFile(db);
      if (file === null) return false;
      const timer = setInterval(() => {
        prolongFile(db, file.id).catch((error: unknown) => warn("a file's lease was not prolonged", error));
      }, LEASE_SECONDS * 300);
      try {
        await work(file);
      } catch (error) {
        // The lease expired and another worker has already settled the file.
        if (!(error instanceof DomainError) || error.code !== "invalid_transition") throw error;
        warn(`file ${file.id} was settled elsewhere`, error);
      } finally {
        clearInterval(timer);
      }
      return true;
    },
  };
}
