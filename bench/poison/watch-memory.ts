import { readdirSync, readFileSync } from "node:fs";

const EVERY_MS = 20;
const MIB = 1024;

export type Memory = { scheduler: number; files: number; decoder: number };

/** The most resident memory in MiB that a scheduler, its process of files and its decoder were seen with, from outside. */
export function watchMemory(pid: number): { stop(): Memory } {
  const most: Memory = { scheduler: 0, files: 0, decoder: 0 };
  const timer = setInterval(() => {
    const files = childrenOf(pid);
    most.scheduler = Math.max(most.scheduler, residentOf(pid));
    most.files = Math.max(most.files, ...files.map(residentOf));
    most.decoder = Math.max(most.decoder, ...files.flatMap(childrenOf).map(residentOf));
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
