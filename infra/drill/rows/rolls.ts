import { setTimeout as sleep } from "node:timers/promises";
import type { Site } from "../../../e2e/reliability/support/sites.ts";
import { compared, startLoad } from "../support/load.ts";
import { push } from "../support/shell.ts";
import type { System } from "../support/system.ts";
import { requests, row, type Row } from "../support/table.ts";
import { type Release, spoilt } from "./images.ts";

/** Runs work under load, with some seconds of load before and after it. */
export async function underLoad<T>(
  system: System,
  sites: readonly Site[],
  name: string,
  work: () => Promise<T>,
) {
  const load = await startLoad(system, sites, name);
  await sleep(3000);
  const done = await work();
  await sleep(3000);
  const tally = await load.stop();
  for (const { at, what, status } of tally.lost.slice(0, 10)) console.log(`lost: ${at} ${what}: ${status}`);
  return { done, tally, ...(await compared(system, tally)) };
}

/** Rolls the releases out, one after the other, under load. */
export async function roll(
  system: System,
  sites: readonly Site[],
  releases: readonly Release[],
  rows: Row[],
) {
  const { done, tally, missing, twice } = await underLoad(system, sites, `rolls-${Date.now()}`, async () => {
    const seconds: number[] = [];
    for (const { json } of releases) {
      const rolled = await push(`deploy ${json}`);
      if (rolled.code !== 0) throw new Error(`A roll failed:\n${rolled.output.slice(-3000)}`);
      seconds.push(rolled.seconds);
    }
    return seconds;
  });
  rows.push(
    row(
      `${releases.length} rolls under load`,
      tally.lost.length === 0 && missing === 0 && twice === 0,
      requests(tally),
      `${missing} acknowledged and missing, ${twice} entered twice`,
      `${Math.min(...done)} to ${Math.max(...done)} s a roll`,
    ),
  );
}

const SICK: Record<string, string> = {
  "that ends at once": "process.exit(1)",
  "that is ready and answers with errors":
    "require('http').createServer((q, a) => a.writeHead(q.url === '/readyz' ? 200 : 500).end()).listen(3001)",
};

/** Sick releases are refused, and nobody notices. */
export async function refuseTheSick(system: System, sites: readonly Site[], good: Release, rows: Row[]) {
  for (const [what, command] of Object.entries(SICK)) {
    const sick = await spoilt(good, `sick-${Date.now()}`, command);
    const { done, tally, missing } = await underLoad(system, sites, sick.revision, () =>
      push(`deploy ${sick.json}`),
    );
    const where = /Refused at: (.*)/.exec(done.output)?.[1] ?? "nowhere";
    rows.push(
      row(
        `a release ${what}`,
        // Refused for what it is, not for what went wrong before it was tried.
        done.code !== 0 && /^(?:try|start)/.test(where) && tally.lost.length === 0 && missing === 0,
        done.code === 0 ? "accepted" : `refused at "${where}" after ${done.seconds} s`,
        requests(tally),
      ),
    );
  }
}

/** Back to the release before, under load. */
export async function rollBack(system: System, sites: readonly Site[], rows: Row[]) {
  const { done, tally, missing } = await underLoad(system, sites, `back-${Date.now()}`, () =>
    push("rollback"),
  );
  rows.push(
    row(
      "rollback, 60 s allowed",
      done.code === 0 && done.seconds <= 60 && tally.lost.length === 0 && missing === 0,
      `${done.seconds} s`,
      requests(tally),
    ),
  );
  if (done.code !== 0) console.log(done.output.slice(-2000));
}
