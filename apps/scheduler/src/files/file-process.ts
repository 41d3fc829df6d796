import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import type { FileWork } from "./file-work.ts";

export type FileProcessOptions = {
  warn: (message: string, error: unknown) => void;
  /** The program to run; for tests. */
  program?: string;
  /** Pause in ms before the first restart; it doubles with each end that follows soon. */
  restMs?: number;
};

const REST_MS = 1_000;
const LONGEST_REST_MS = 30_000;
/** A process that ran for so many ms had no trouble at its start. */
const SETTLED_MS = 60_000;

/** In a bundle all programs stand in one folder. */
const PROGRAM = import.meta.url.endsWith(".ts") ? "./files-main.ts" : "./files.mjs";

/**
 * Runs the work on files in a process of its own, at low priority: reading, comparing and decoding a heap of photos
 * takes processor time from no message and no event. It is started again when it ends, and ends with this process.
 */
export function startFileProcess(options: FileProcessOptions): FileWork {
  const { warn, program = fileURLToPath(new URL(PROGRAM, import.meta.url)), restMs = REST_MS } = options;
  let child: ChildProcess | undefined;
  let resting: NodeJS.Timeout | undefined;
  let stopping = false;
  let failures = 0;

  function start(): void {
    const startedAt = performance.now();
    const started = fork(program, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    child = started;
    lowerPriority(started.pid);
    let over = false;
    const ended = (how: string, error?: Error) => {
      if (over) return;
      over = true;
      child = undefined;
      if (stopping) return;
      failures = performance.now() - startedAt >= SETTLED_MS ? 1 : failures + 1;
      warn(`the work on files ${how} and will be started again (${failures} in a row)`, error);
      resting = setTimeout(start, Math.min(LONGEST_REST_MS, restMs * 2 ** Math.min(failures - 1, 10)));
    };
    started.once("error", (error) => ended("did not start", error));
    started.once("exit", (code, signal) => ended(`was ended by ${signal ?? `exit code ${code}`}`));
  }
  start();

  return {
    async stop(milliseconds) {
      stopping = true;
      clearTimeout(resting);
      const last = child;
      if (last === undefined) return;
      const ended = new Promise<void>((resolve) => last.once("exit", () => resolve()));
      last.kill("SIGTERM");
      const limit = setTimeout(() => last.kill("SIGKILL"), milliseconds);
      await ended;
      clearTimeout(limit);
    },
  };
}

function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The process has just ended, or the system forbids it: files are worked at the normal priority.
  }
}
