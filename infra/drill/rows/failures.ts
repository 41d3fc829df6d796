import { setTimeout as sleep } from "node:timers/promises";
import { makeSites, type Site } from "../../../e2e/reliability/support/sites.ts";
import { until } from "../../../e2e/reliability/support/until.ts";
import { compared, startLoad, type Tally } from "../support/load.ts";
import { onHost, succeed } from "../support/shell.ts";
import { isReady, openSystem, type System } from "../support/system.ts";
import { requests, row, type Row } from "../support/table.ts";

const ready = (seconds: number) =>
  until("readiness", async () => ((await isReady()) ? true : undefined), { seconds, everyMs: 250 });
const since = (began: number) => ((performance.now() - began) / 1000).toFixed(1);

/** Acknowledged entries and files are there, by a connection of its own. */
async function kept(tally: Tally): Promise<string> {
  const system = await openSystem();
  const { missing, twice } = await compared(system, tally);
  await system.close();
  return `${missing} acknowledged and missing, ${twice} entered twice`;
}
const NOTHING_LOST = "0 acknowledged and missing, 0 entered twice";

/** The database dies at once, as by a lack of memory; the engine starts it again. */
export async function killDatabase(system: System, sites: readonly Site[], rows: Row[]): Promise<void> {
  const load = await startLoad(system, sites, `killed-${Date.now()}`);
  await sleep(3000);
  const pid = await onHost("docker", "inspect", "--format", "{{.State.Pid}}", "stsphera-postgres-1");
  const began = performance.now();
  await onHost("kill", "-KILL", pid);
  await until("the end", async () => ((await isReady()) ? undefined : true), { seconds: 20 });
  await ready(120);
  const seconds = since(began);
  await sleep(5000);
  const tally = await load.stop();
  const found = await kept(tally);
  rows.push(
    row("database killed", found === NOTHING_LOST, `serves again after ${seconds} s`, requests(tally), found),
  );
}

/** The machine loses its power and starts: nothing is started by hand but the engine. */
export async function reboot(system: System, sites: readonly Site[], rows: Row[]): Promise<void> {
  const load = await startLoad(system, sites, `reboot-${Date.now()}`);
  await sleep(3000);
  const began = performance.now();
  await succeed("engine", ["stop", "host"]);
  const tally = await load.stop();
  await succeed("host", ["rebooted"]);
  await ready(180);
  const found = await kept(tally);
  rows.push(
    row("host loses its power and starts", found === NOTHING_LOST, `serves after ${since(began)} s`, found),
  );
}

/** The disk of the volumes fills up; it works again by itself as soon as there is room. */
export async function fillDisk(system: System, sites: readonly Site[], rows: Row[]): Promise<void> {
  const load = await startLoad(system, sites, `disk-${Date.now()}`);
  await sleep(2000);
  await onHost("sh", "-c", "head -c 100G /dev/zero >/var/lib/docker/volumes/filling 2>/dev/null; true");
  await sleep(15_000);
  const refused = load.tally.lost.length;
  const began = performance.now();
  await onHost("rm", "/var/lib/docker/volumes/filling");
  const before = load.tally.writes;
  await until("a write", async () => (load.tally.writes > before + 3 ? true : undefined), { seconds: 120 });
  const seconds = since(began);
  const tally = await load.stop();
  const found = await kept(tally);
  rows.push(
    row(
      "disk full for 15 s",
      found === NOTHING_LOST,
      `${refused} requests refused meanwhile`,
      `writes again ${seconds} s after there was room`,
      found,
    ),
  );
}

export const makeLoadSites = (system: System): Promise<Site[]> =>
  makeSites(system, [1_000_003, 1_000_005], { cells: 4, planQty: "900000" });
