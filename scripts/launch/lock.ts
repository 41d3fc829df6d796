import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { identify, isAlive, type ProcessIdentity } from "./process-identity.ts";

type Lock = ProcessIdentity & { portBase: number };

function readLock(path: string): Lock | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function tryTake(path: string, lock: Lock): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(lock));
  try {
    // A link is created atomically, so nobody can read half a lock.
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Locks the data folder for this process; a lock of a dead process is taken over. Returns the release function. */
export function takeLock(path: string, portBase: number): () => void {
  const own = identify(process.pid);
  if (!own) throw new Error("This process does not find itself in the process table.");
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (tryTake(path, { ...own, portBase })) return () => rmSync(path, { force: true });
    const holder = readLock(path);
    if (holder && isAlive(holder)) {
      throw new Error(
        `STSphera already runs on this data folder: process ${holder.pid}, http://localhost:${holder.portBase}. ` +
          "Stop it first, or start beside it with another PORT_BASE.",
      );
    }
    rmSync(path, { force: true });
  }
  throw new Error(`The lock ${path} cannot be taken.`);
}
