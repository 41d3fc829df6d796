import type { FileWorker } from "@stsphera/core/files";
import { type Loop, startLoop } from "./loop.ts";

const POLL_MS = 500;
/** Making thumbnails of a 20 MB picture takes a few hundred megabytes of memory; a document takes its own size. */
const WORKERS = 2;

/** Processes photos and documents, two at a time. */
export function startFileLoops(worker: FileWorker, warn: (message: string, error: unknown) => void): Loop[] {
  return Array.from({ length: WORKERS }, (_, at) =>
    startLoop({ name: `file worker ${at + 1}`, pollMs: POLL_MS, work: () => worker.workNext(), warn }),
  );
}
