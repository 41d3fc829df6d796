import type { FileWorker } from "@stsphera/core/files";
import { type Loop, startLoop } from "./loop.ts";

const POLL_MS = 500;
/** A picture of 20 MB takes some hundred megabytes while its smaller ones are made, a document its own size. */
const WORKERS = 2;

/** Fetches photos and looks at documents, two at a time. */
export function startFileLoops(worker: FileWorker, warn: (message: string, error: unknown) => void): Loop[] {
  return Array.from({ length: WORKERS }, (_, at) =>
    startLoop({ name: `file worker ${at + 1}`, pollMs: POLL_MS, work: () => worker.workNext(), warn }),
  );
}
