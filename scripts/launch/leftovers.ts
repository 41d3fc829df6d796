import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identify, isAlive, type ProcessIdentity, signalGroup } from "./process-identity.ts";

/** Processes of a launcher, recorded on disk so that the next one can clean up after a SIGKILL. */
export type ProcessRecord = { add(pid: number): void; remove(pid: number): void };

const fileIn = (folder: string) => join(folder, "processes.json");

function write(folder: string, processes: ProcessIdentity[]): void {
  const draft = `${fileIn(folder)}.new`;
  writeFileSync(draft, JSON.stringify(processes));
  renameSync(draft, fileIn(folder));
}

export function recordProcesses(folder: string, show: (line: string) => void): ProcessRecord {
  let processes: ProcessIdentity[] = [];
  write(folder, processes);
  const keep = () => {
    try {
      write(folder, processes);
    } catch (error) {
      // On a full disk the services go on; only a cleanup after a SIGKILL becomes impossible.
      show(`The list of processes cannot be written: ${error instanceof Error ? error.message : error}`);
    }
  };
  return {
    add(pid) {
      const identity = identify(pid);
      if (!identity) return;
      processes = [...processes, identity];
      keep();
    },
    remove(pid) {
      processes = processes.filter((one) => one.pid !== pid);
      keep();
    },
  };
}

/** Ends the processes that a killed launcher left behind; returns their number. */
export async function endLeftovers(folder: string): Promise<number> {
  if (!existsSync(fileIn(folder))) return 0;
  const recorded: ProcessIdentity[] = JSON.parse(readFileSync(fileIn(folder), "utf8"));
  const living = recorded.filter(isAlive);
  for (const { pid } of living) signalGroup(pid, "SIGTERM");
  const deadline = Date.now() + 5000;
  while (living.some(isAlive) && Date.now() < deadline) await sleep(50);
  for (const one of living.filter(isAlive)) signalGroup(one.pid, "SIGKILL");
  return living.length;
}
