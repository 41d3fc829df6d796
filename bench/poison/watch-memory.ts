import { readdirSync, readFileSync } from "node:fs";

const EVERY_MS = 20;
const MIB = 1024;

export type Memory = { scheduler: number; decoder: number };

/** The most resident memory in MiB that a scheduler and the processes it started were seen with, from outside. */
export function watchMemory(pidOf: () => number | undefined): { stop(): Memory } {
  const most: Memory = { scheduler: 0, decoder: 0 };
  const timer = setInterval(() => {
    const pid = pidOf();
    if (pid === undefined) return;
    most.scheduler = Math.max(most.scheduler, residentOf(pid));
    for (const child of childrenOf(pid)) most.decoder = Math.max(most.decoder, residentOf(child));
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
  } catch {
    // The process, or the thread, ended between two looks.
    return [];
  }
}

function residentOf(pid: number): number {
  try {
    const [, kib = "0"] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Math.round(Number(kib) / MIB);
  } catch {
    return 0;
  }
}
