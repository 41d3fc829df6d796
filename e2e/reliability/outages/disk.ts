import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { launch, type Launched } from "../../../scripts/launch/launch.ts";
import { freePortBase } from "../../../scripts/testing/free-port-base.ts";
import { nextTuesday } from "../../support/system.ts";
import { personClient } from "../support/api-client.ts";
import { controlClient } from "../support/control-client.ts";
import { claim, type Found, prove, type Proof } from "../support/report.ts";
import type { Running } from "../support/running.ts";
import { makeSites } from "../support/sites.ts";
import { until } from "../support/until.ts";

type Disk = { folder: string; unmount(): void };

/** A small file system in memory; undefined when the user may not mount one. */
function smallDisk(megabytes: number): Disk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "stsphera-disk-"));
  const size = `size=${megabytes}m,mode=755`;
  if (spawnSync("mount", ["-t", "tmpfs", "-o", size, "tmpfs", folder]).status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    unmount() {
      execFileSync("umount", ["--lazy", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startOn(folder: string, said: string[]): Promise<Launched> {
  return launch({
    portBase: await freePortBase(),
    dataDir: folder,
    disposable: true,
    environment: { SANDBOX_START: nextTuesday(new Date()).toISOString(), LOG_LEVEL: "warn" },
    show: (line) => void said.push(line),
  });
}

/** The launcher's message when there is no space to start. */
async function refusalOn(folder: string): Promise<string> {
  try {
    await (await startOn(folder, [])).stop();
    return "it started";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Fills a disk; returns a function that frees the space again. */
function fill(folder: string): () => void {
  const path = join(folder, "ballast");
  for (const size of [2 ** 20, 2 ** 12]) {
    for (;;) {
      try {
        writeFileSync(path, Buffer.alloc(size), { flag: "a" });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
        break;
      }
    }
  }
  return () => rmSync(path);
}

async function fillWhileRunning(folder: string) {
  const said: string[] = [];
  const system = await startOn(folder, said);
  const control = controlClient(system.addresses.sandbox ?? "");
  const sql = postgres(system.addresses.databaseUrl, { max: 1, onnotice: () => undefined });
  const running: Running = { system, folder, control, sql, said, stop: () => system.stop() };
  try {
    const [site] = await makeSites(running, [1_000_002], { cells: 2, planQty: "5000" });
    if (site === undefined) throw new Error("no object was made");
    const person = await personClient(running, site.person);
    const write = (key: string) =>
      person.send<unknown>(
        "POST",
        `/objects/${site.objectId}/facts`,
        {
          floorVolumeId: site.cells[0],
          date: site.today,
          quantity: "1",
          notes: "х".repeat(1900),
          confirmDuplicate: true,
        },
        { "idempotency-key": key },
      );
    const makeRoom = fill(folder);
    const statuses: number[] = [];
    for (let at = 0; at < 600 && !statuses.some((status) => status >= 500); at += 1) {
      const { status } = await write(`full-${at}`);
      if (status >= 400 && status < 500 && status !== 429) throw new Error(`a write was refused: ${status}`);
      statuses.push(status);
      if (status === 429) await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    const warned = await until(
      "the launcher warns",
      async () => said.find((line) => /disk.*full/i.test(line)),
      { seconds: 30 },
    );
    makeRoom();
    const again = await until(
      "writes go through again",
      async () => {
        const { status } = await write("room-again");
        return status === 201 ? status : undefined;
      },
      { seconds: 90, everyMs: 500 },
    );
    return { statuses, warned: warned.replace(folder, "…"), again };
  } finally {
    await sql.end({ timeout: 2 });
    await system.stop();
  }
}

/** The disk of the data folder is full: at the start, and while the system runs. */
export const fillDisk = (): Promise<Proof> =>
  prove("Disk of the data folder full", async (): Promise<Found> => {
    const tiny = smallDisk(12);
    if (tiny === undefined) {
      return { figures: { skipped: "needs the right to mount a small file system (root)" }, claims: [] };
    }
    const refusal = await refusalOn(tiny.folder).finally(() => tiny.unmount());
    const small = smallDisk(420);
    if (small === undefined) throw new Error("the second disk was not mounted");
    const { statuses, warned, again } = await fillWhileRunning(small.folder).finally(() => small.unmount());
    const failed = statuses.filter((status) => status >= 500);
    const clear = /disk.*full/i.test(refusal) && /STSPHERA_DATA/.test(refusal);
    return {
      figures: {
        "start on a full disk": refusal.replace(tiny.folder, "…").slice(0, 160),
        "full while running": warned,
        "writes until it was full": statuses.length,
        "answers then": [...new Set(failed)].join(", "),
      },
      claims: [
        claim("a start says that the disk is full, where, and what to do", clear),
        claim("a running system says that the disk is full", warned.length > 0),
        claim(
          `the API answers 503 (${[...new Set(failed)].join(", ")})`,
          failed.length > 0 && failed.every((status) => status === 503),
        ),
        claim(`with room again writes go through by themselves (${again})`, again === 201),
      ],
    };
  });
