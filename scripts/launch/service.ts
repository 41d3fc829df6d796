import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { ProcessRecord } from "./leftovers.ts";
import { openLog } from "./log.ts";
import { signalGroup } from "./process-identity.ts";
import { pauseAfter } from "./restart-pause.ts";

export type ServiceDefinition = {
  name: string;
  /** Arguments of node, relative to the checkout. */
  command: string[];
  environment: Record<string, string>;
  /** Answers 200 when the service is ready. */
  readyUrl: string;
};

export type Service = {
  name: string;
  pid(): number | undefined;
  ready(): Promise<void>;
  /** Signals the process and its children; it is restarted unless it is being stopped. */
  kill(signal: NodeJS.Signals): void;
  stop(milliseconds: number): Promise<void>;
};

export type Surroundings = {
  /** Folder of the programs. */
  checkout: string;
  /** Folder of data and logs. */
  folder: string;
  processes: ProcessRecord;
  show: (line: string) => void;
};

const readySeconds = 60;

async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch (error) {
    // Not listening yet: fetch throws a TypeError, and a DOMException on a timeout.
    if (error instanceof TypeError || error instanceof DOMException) return false;
    throw error;
  }
}

/** Starts a service in its own process group and restarts it after a crash. */
export function startService(definition: ServiceDefinition, around: Surroundings): Service {
  const { name } = definition;
  const log = openLog(around.folder, name, around.show);
  let child: ChildProcess | undefined;
  let stopping = false;
  let wasReady = false;
  let failure: string | undefined;
  let pause: number | undefined;

  const start = () => {
    const startedAt = performance.now();
    const started = spawn(process.execPath, definition.command, {
      cwd: around.checkout,
      // Programs started by pnpm get a NODE_PATH to all packages, which would hide that a bundle lacks one.
      env: { ...process.env, NODE_PATH: "", ...definition.environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    child = started;
    if (started.pid) around.processes.add(started.pid);
    log.attach(started.stdout, started.stderr);
    started.once("error", (error) => (failure = error.message));
    started.once("exit", (code, signal) => {
      if (started.pid) around.processes.remove(started.pid);
      child = undefined;
      if (stopping) return;
      const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
      if (!wasReady) {
        failure = how;
        return;
      }
      around.show(`[${name}] ${how}; starting it again`);
      pause = pauseAfter(pause, performance.now() - startedAt);
      setTimeout(() => !stopping && start(), pause);
    });
  };
  start();

  return {
    name,
    pid: () => child?.pid,
    async ready() {
      const deadline = Date.now() + readySeconds * 1000;
      while (!(await answersOk(definition.readyUrl))) {
        if (failure || Date.now() > deadline) {
          const reason = failure ?? `is not ready after ${readySeconds} s`;
          throw new Error([`${name} ${reason}. ${log.path} ends with:`, ...log.lastLines()].join("\n"));
        }
        if (stopping) throw new Error(`${name} was stopped while it started.`);
        await sleep(40);
      }
      wasReady = true;
    },
    kill(signal) {
      if (child?.pid) signalGroup(child.pid, signal);
    },
    async stop(milliseconds) {
      stopping = true;
      const last = child;
      if (last?.pid) {
        signalGroup(last.pid, "SIGTERM");
        const runs = () => last.exitCode === null && last.signalCode === null;
        const deadline = Date.now() + milliseconds;
        while (runs() && Date.now() < deadline) await sleep(25);
        if (runs()) around.show(`[${name}] did not stop in time and was ended`);
        // Ends its remaining child processes, too.
        signalGroup(last.pid, "SIGKILL");
        // Waits until its end is recorded, because the caller may remove the folder right after.
        while (runs()) await sleep(5);
      }
      log.close();
    },
  };
}
