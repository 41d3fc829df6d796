import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

export const root = realpathSync(resolve(import.meta.dirname, "../.."));
const lockName = "launcher.lock";

export const lockPath = (folder: string): string => join(folder, lockName);

/** `STSPHERA_DATA`, otherwise a folder per checkout and port base where programs keep their data. */
export function defaultDataFolder(portBase: number, environment: NodeJS.ProcessEnv): string {
  if (environment.STSPHERA_DATA) return resolve(environment.STSPHERA_DATA);
  const ownData = environment.XDG_DATA_HOME || join(homedir(), ".local", "share");
  const base = process.getuid?.() === 0 ? "/var/lib" : ownData;
  const checkout = createHash("sha256").update(root).digest("hex").slice(0, 8);
  return join(base, "stsphera", `${checkout}-${portBase}`);
}

export function makeDataFolder(folder: string): void {
  mkdirSync(join(folder, "logs"), { recursive: true });
  // The database's account must pass through; secrets inside have their own modes.
  if (process.getuid?.() === 0) chmodSync(folder, 0o755);
}

/** Removes everything but the lock, which the caller holds. */
export function emptyDataFolder(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== lockName) rmSync(join(folder, name), { recursive: true, force: true });
  }
  makeDataFolder(folder);
}
