import { spawn } from "node:child_process";
import { openLog } from "./log.ts";
import type { Surroundings } from "./service.ts";

/** Runs a one-off program (migrations, demo data) to its end; a failure throws with the last lines of output. */
export function runStep(
  step: { name: string; command: string[]; environment: Record<string, string> },
  around: Surroundings,
  signal: AbortSignal,
): Promise<void> {
  const log = openLog(around.folder, step.name, around.show);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, step.command, {
      cwd: around.checkout,
      env: { ...process.env, ...step.environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
      signal,
    });
    if (child.pid) around.processes.add(child.pid);
    log.attach(child.stdout, child.stderr);
    child.once("error", reject);
    child.once("close", (code, killedBy) => {
      if (child.pid) around.processes.remove(child.pid);
      log.close();
      if (code === 0) return resolve();
      const how = killedBy ? `was ended by ${killedBy}` : `ended with exit code ${code}`;
      reject(new Error([`${step.name} ${how}. ${log.path} ends with:`, ...log.lastLines()].join("\n")));
    });
  });
}
