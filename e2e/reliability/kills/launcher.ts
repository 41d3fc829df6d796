import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../../../scripts/launch/data-folder.ts";
import { identify, isAlive, type ProcessIdentity } from "../../../scripts/launch/process-identity.ts";
import { findPostmaster } from "../../../scripts/postgres/postmaster.ts";
import { temporaryFolder } from "../../../scripts/temporary-folder.ts";
import { freePortBase } from "../../../scripts/testing/free-port-base.ts";
import { claim, prove, type Proof } from "../support/report.ts";
import { until } from "../support/until.ts";

type Launcher = { pid: number; output: () => string; ended: Promise<void> };

function launchIn(folder: string, portBase: number): Launcher {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "scripts/launch/main.ts"], {
    cwd: root,
    env: {
      ...process.env,
      STSPHERA_DATA: folder,
      PORT_BASE: String(portBase),
      DATABASE_URL: "",
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => void chunks.push(String(chunk)));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return { pid: child.pid ?? 0, output: () => chunks.join(""), ended };
}

/** Live processes that a launcher started in this folder: services, steps and the database. */
function living(folder: string): ProcessIdentity[] {
  const recordPath = join(folder, "processes.json");
  const recorded: ProcessIdentity[] = existsSync(recordPath)
    ? JSON.parse(readFileSync(recordPath, "utf8"))
    : [];
  const database = identify(findPostmaster(join(folder, "postgres/data"))?.pid ?? -1);
  return [...recorded, ...(database === undefined ? [] : [database])].filter(isAlive);
}

const isUp = (launcher: Launcher) => launcher.output().includes("http://localhost");

async function awaitUp(launcher: Launcher): Promise<void> {
  await until(`the system is up: ${launcher.output()}`, async () => (isUp(launcher) ? true : undefined), {
    seconds: 120,
  });
}

/**
 * Kills the launcher by SIGKILL, once while everything runs and then at moments of the start; the next start must end
 * the remaining processes and come up.
 */
export const killLauncher = (moments: readonly number[]): Promise<Proof> =>
  prove(`Launcher killed ${moments.length + 1} times`, async () => {
    const folder = await temporaryFolder("launcherkill");
    const portBase = await freePortBase();
    const figures: Record<string, number | string> = {};
    let orphans = 0;
    let remained = 0;
    let current = launchIn(folder, portBase);
    try {
      await awaitUp(current);
      for (const [at, moment] of [Infinity, ...moments].entries()) {
        if (moment !== Infinity) await sleep(moment);
        process.kill(current.pid, "SIGKILL");
        await current.ended;
        const left = living(folder);
        orphans += left.length;
        figures[
          `left behind by kill ${at + 1} (${moment === Infinity ? "running" : `${moment} ms into a start`})`
        ] = left.length;
        current = launchIn(folder, portBase);
        const isLast = at === moments.length;
        if (!isLast) continue;
        await awaitUp(current);
        // A surviving database may be reused; then it is not an orphan.
        const database = findPostmaster(join(folder, "postgres/data"))?.pid;
        remained += left.filter((one) => isAlive(one) && one.pid !== database).length;
      }
      const services = living(folder).length;
      process.kill(current.pid, "SIGTERM");
      await current.ended;
      const after = living(folder).length;
      figures["processes of the last start"] = services;
      return {
        figures,
        claims: [
          claim(`a kill leaves processes behind (${orphans}), else nothing was proven`, orphans > 0),
          claim(`the next start leaves no orphan (${remained}) and comes up`, remained === 0),
          claim(`it ran whole: five services and the database (${services})`, services === 6),
          claim(`after an ordinary end nothing runs (${after})`, after === 0),
        ],
      };
    } finally {
      if (isAlive(identify(current.pid) ?? { pid: -1, started: "" })) process.kill(current.pid, "SIGTERM");
      await current.ended;
      rmSync(folder, { recursive: true, force: true });
    }
  });
