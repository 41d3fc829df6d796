import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { DecodeTimeout, PhotoError, type PhotoProblem } from "../errors.ts";
import type { Decoded } from "./decode-photo.ts";
import type { DecodeAnswer, DecodeRequest } from "./decoder-protocol.ts";
import { residentMemory } from "./resident-memory.ts";

export type DecoderOptions = {
  /** Resident memory in bytes above which the process is killed. */
  readonly maxMemory?: number;
  /** Time in ms after which it is killed. */
  readonly maxTime?: number;
  /** Pause in ms between two looks at its memory. */
  readonly watchEvery?: number;
};

export type Decoder = {
  /** Decodes one photo after the other. Throws PhotoError, also for one that needed too much memory, and DecodeTimeout. */
  decode(bytes: Uint8Array): Promise<Decoded>;
  /** Ends the process; photos in hand are rejected with an error that is no PhotoError. */
  close(): void;
};

const MEMORY = 768 * 1024 * 1024;
const TIME_MS = 60_000;
const WATCH_MS = 50;
/** A process is replaced after so many photos, because native memory fragments. */
const PHOTOS = 200;

/** In a bundle all programs stand in one folder. */
const PROGRAM = import.meta.url.endsWith(".ts") ? "./decoder-main.ts" : "./decoder.mjs";

/**
 * Decodes photos in a process of its own, one at a time and at low priority: bytes of strangers can neither exhaust the
 * memory of the caller nor hold up its loops. The process starts with the first photo and is replaced when killed.
 */
export function createDecoder(options: DecoderOptions = {}): Decoder {
  const { maxMemory = MEMORY, maxTime = TIME_MS, watchEvery = WATCH_MS } = options;
  let child: ChildProcess | undefined;
  let served = 0;
  let closed = false;
  let tail: Promise<unknown> = Promise.resolve();

  function running(): ChildProcess {
    if (served >= PHOTOS) end();
    if (child?.connected === true) return child;
    served = 0;
    const started = fork(fileURLToPath(new URL(PROGRAM, import.meta.url)), {
      serialization: "advanced",
      // Nothing of the caller's settings: no secret is where untrusted bytes are read.
      env: {},
      execArgv: ["--max-old-space-size=256"],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    started.unref();
    started.channel?.unref();
    if (started.pid !== undefined) lowerPriority(started.pid);
    child = started;
    return started;
  }

  function end(): void {
    child?.kill("SIGKILL");
    child = undefined;
  }

  function one(bytes: Uint8Array): Promise<Decoded> {
    if (closed) return Promise.reject(new Error("the decoder is closed"));
    const worker = running();
    served += 1;
    return new Promise<Decoded>((resolve, reject) => {
      const id = served;
      const settle = (act: () => void) => {
        clearInterval(watch);
        clearTimeout(limit);
        worker.off("message", heard).off("exit", exited).off("error", failed);
        act();
      };
      const refuse = (problem: PhotoProblem) => {
        end();
        settle(() => reject(new PhotoError(problem)));
      };
      const heard = (answer: DecodeAnswer) => {
        if (answer.id !== id) return;
        settle(() =>
          "decoded" in answer ? resolve(answer.decoded) : reject(new PhotoError(answer.problem)),
        );
      };
      const failed = (error: Error) => {
        end();
        settle(() => reject(error));
      };
      const exited = () => {
        if (child === worker) child = undefined;
        settle(() => reject(closed ? new Error("the decoder is closed") : new PhotoError("damaged")));
      };
      const watchMemory = async (pid: number) => {
        if ((await residentMemory(pid)) > maxMemory && child === worker) refuse("too_many_pixels");
      };
      const watch = setInterval(() => {
        if (worker.pid === undefined) return;
        void watchMemory(worker.pid);
      }, watchEvery);
      const limit = setTimeout(() => {
        end();
        settle(() => reject(new DecodeTimeout()));
      }, maxTime);
      worker.on("message", heard).once("exit", exited).once("error", failed);
      worker.send({ id, bytes } satisfies DecodeRequest, (error) => {
        if (error !== null) failed(error);
      });
    });
  }

  return {
    decode(bytes) {
      const turn = tail.then(() => one(bytes));
      tail = turn.catch(() => undefined);
      return turn;
    },
    close() {
      closed = true;
      end();
    },
  };
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The process has just ended, or the system forbids it: decoding works at the normal priority.
  }
}
