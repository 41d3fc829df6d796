import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export type Postmaster = { pid: number; port: number; state: string };

function isPostmasterOf(pid: number, directory: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, "utf8").split("\0").includes(directory);
}

/** The running server of a data directory according to its postmaster.pid; undefined when none runs. */
export function findPostmaster(directory: string): Postmaster | undefined {
  const path = join(directory, "postmaster.pid");
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, "utf8").split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!Number.isInteger(pid) || pid <= 0 || !isPostmasterOf(pid, directory)) return undefined;
  return { pid, port: Number.parseInt(lines[3] ?? "", 10), state: (lines[7] ?? "").trim() };
}

/** Waits until the server of `directory` accepts connections; undefined when it has stopped or is stopping. */
export async function awaitReady(directory: string, seconds: number): Promise<Postmaster | undefined> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = findPostmaster(directory);
    if (found?.state === "ready") return found;
    if (!found || found.state === "stopping") return undefined;
    if (Date.now() > deadline) throw new Error(`PostgreSQL in ${directory} is not ready after ${seconds} s.`);
    await sleep(50);
  }
}

/** True once that server process has left the directory; false after a timeout. */
export async function awaitGone(directory: string, pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (findPostmaster(directory)?.pid === pid) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

/** Fast shutdown, then immediate; resolves when no server uses the directory any more. */
export async function stopPostmaster(directory: string): Promise<void> {
  const found = findPostmaster(directory);
  if (!found) return;
  process.kill(found.pid, "SIGINT");
  if (await awaitGone(directory, found.pid, 3000)) return;
  process.kill(found.pid, "SIGQUIT");
  if (await awaitGone(directory, found.pid, 1500)) return;
  throw new Error(`PostgreSQL (process ${found.pid}) does not stop.`);
}
