import { statfsSync } from "node:fs";

const NO_ROOM = /ENOSPC|no space left on device|disk quota exceeded|EDQUOT/i;
/** Below this the user is warned, because a database would soon stop. */
const LITTLE_MB = 200;
const LOOK_MS = 10_000;

/** Free space of a folder's disk in MB. */
function freeMegabytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / 2 ** 20);
}

/** All texts of an error, including program output that may mention a full disk. */
function wordsOf(error: unknown): string {
  const words: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) {
    words.push(at.message, "stderr" in at ? String(at.stderr) : "");
  }
  return words.join("\n");
}

/** Turns an error caused by a full disk into a clear message. */
export function explainFullDisk(error: unknown, folder: string): unknown {
  if (!NO_ROOM.test(wordsOf(error))) return error;
  return new Error(
    `The disk that holds the data folder ran full: ${folder} has ${freeMegabytes(folder)} MB now. ` +
      "Free some space there, or choose another folder with STSPHERA_DATA.",
    { cause: error },
  );
}

/**
 * Warns when the disk of the data folder is nearly full, and reports when there is space again. Returns a function that
 * stops watching.
 */
export function watchDisk(
  folder: string,
  show: (line: string) => void,
  { littleMb = LITTLE_MB, lookMs = LOOK_MS, freeMb = freeMegabytes } = {},
): () => void {
  let warned = false;
  const look = () => {
    const free = freeMb(folder);
    if (free < littleMb && !warned) {
      show(
        free === 0
          ? `The disk that holds the data folder ${folder} is full: nothing can be written until space is freed.`
          : `The disk that holds the data folder ${folder} is nearly full: ${free} MB left.`,
      );
    }
    if (free >= littleMb && warned) show(`The disk of ${folder} has room again: ${free} MB.`);
    warned = free < littleMb;
  };
  look();
  const timer = setInterval(look, lookMs);
  timer.unref();
  return () => clearInterval(timer);
}
