import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Resident memory of a process in bytes, seen from outside: what native libraries allocate is not in any heap that
 * JavaScript could limit. Zero for a process that has ended.
 */
export async function residentMemory(pid: number): Promise<number> {
  try {
    const text =
      process.platform === "linux"
        ? (/^VmRSS:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0")
        : (await run("ps", ["-o", "rss=", "-p", String(pid)])).stdout.trim();
    return Number(text) * 1024;
  } catch {
    return 0;
  }
}
