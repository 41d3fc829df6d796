import { createFileWorker, type FileWorkerDeps } from "@stsphera/core/files";
import { createDecoder } from "@stsphera/storage";
import { startFileLoops } from "../loops/file-loops.ts";

export type FileWork = {
  /** Finishes the files in hand; what takes longer than `milliseconds` is released and will be worked again. */
  stop(milliseconds: number): Promise<void>;
};

/** Starts to process photos and documents, with a decoder of its own. Several may run at once. */
export function startFileWork(deps: Omit<FileWorkerDeps, "decode" | "signal">): FileWork {
  const calledBack = new AbortController();
  const decoder = createDecoder();
  const worker = createFileWorker({ ...deps, decode: decoder.decode, signal: calledBack.signal });
  const loops = startFileLoops(worker, deps.warn);
  return {
    async stop(milliseconds) {
      const timer = setTimeout(() => {
        calledBack.abort();
        decoder.close();
      }, milliseconds);
      await Promise.all(loops.map((loop) => loop.stop()));
      clearTimeout(timer);
      decoder.close();
    },
  };
}
