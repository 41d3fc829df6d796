import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "@stsphera/db";
import type { Wish } from "../cases/bench-case.ts";
import { ratioOf, spreadOf } from "../measure/statistics.ts";
import type { Child } from "../processes/child.ts";

const WARM = 5;
const TIMES = 40;
/** PostgreSQL tells the others what a connection has read after a second. */
const TOLD_MS = 1_500;

/** An API over one of the two databases that are compared. */
export type Side = { api: Child; url: string; sql: Sql; kinds: Readonly<Record<string, readonly Wish[]>> };

/**
 * What reads cost: medians in ms, and pages of 8 KB that a request reads, which no other work of the machine changes. With a
 * world to compare with, the same requests go to both in turns, so that other work falls on both.
 */
export async function timesOf(grown: Side, made?: Side): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const kind of Object.keys(grown.kinds)) {
    const sides = [grown, ...(made === undefined ? [] : [made])].map((side) => ({
      side,
      ms: [] as number[],
    }));
    const before = await pagesOf(sides, kind, WARM);
    for (let at = 0; at < TIMES; at += 1) {
      for (const { side, ms } of sides) ms.push(await send(side, kind, at));
    }
    const after = await pagesOf(sides, kind, 0);
    const each = sides.map(({ ms }, at) => {
      const pages = Math.round(((after[at] ?? Number.NaN) - (before[at] ?? Number.NaN)) / TIMES);
      return `${spreadOf(ms).median.toFixed(1)} ms and ${pages} pages`;
    });
    const [now, then] = sides.map(({ ms }) => ms);
    const ratio = now === undefined || then === undefined ? "" : ` (× ${ratioOf(now, then).toFixed(2)})`;
    found[kind] = `${each.toReversed().join(" → ")}${ratio}`;
  }
  return found;
}

/** Pages read so far by each side, after some requests that warm it up. */
async function pagesOf(sides: readonly { side: Side }[], kind: string, warm: number): Promise<number[]> {
  for (let at = 0; at < warm; at += 1) for (const { side } of sides) await send(side, kind, at);
  await sleep(TOLD_MS);
  return Promise.all(
    sides.map(async ({ side: { sql } }) => {
      const [row] = await sql<{ pages: number }[]>`
        select (blks_hit + blks_read)::float8 as pages from pg_stat_database where datname = current_database()`;
      return row?.pages ?? Number.NaN;
    }),
  );
}

async function send({ api, url, kinds }: Side, kind: string, turn: number): Promise<number> {
  const wishes = kinds[kind] ?? [];
  const wish = wishes[turn % wishes.length];
  if (wish === undefined) throw new Error(`nothing is asked of ${kind}`);
  const token = await api.ask<string>("token", wish.personId);
  const headers = { authorization: `Bearer ${token}` };
  const began = performance.now();
  const answer = await fetch(url + wish.path, { headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${wish.path}: ${answer.status} ${text.slice(0, 300)}`);
  return performance.now() - began;
}
