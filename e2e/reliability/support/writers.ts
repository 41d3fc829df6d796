import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, type Person, personClient } from "./api-client.ts";
import type { Running } from "./running.ts";
import type { Site } from "./sites.ts";

type FactAnswer = { fact: { id: number } };

export type Seen = { at: number; ms: number; status: number; retryAfter: string | null };

export type Writing = {
  /** Ids of acknowledged entries, by key. */
  acknowledged: Map<string, number>;
  /** Keys whose repeated request was answered with another entry: there must be none. */
  contradicted: string[];
  /** Every answer with its time; status 0 is a broken connection. */
  seen: Seen[];
  /** Keys that were finally refused, with the answer. */
  refused: string[];
};

const PASSING = new Set([0, 409, 429, 502, 503, 504]);

type Attempt = Pick<Answer<unknown>, "status" | "retryAfter" | "body">;

async function attempt(client: Person, site: Site, at: number, key: string): Promise<Attempt> {
  const cell = site.cells[at % site.cells.length];
  const body = { floorVolumeId: cell, date: site.today, quantity: "1", notes: key, confirmDuplicate: true };
  try {
    return await client.send<FactAnswer>("POST", `/objects/${site.objectId}/facts`, body, {
      "idempotency-key": key,
    });
  } catch (error) {
    // The connection broke or timed out; anything else is an error of this program.
    if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError) {
      return { status: 0, retryAfter: null, body: null };
    }
    throw error;
  }
}

/**
 * Makes entries one after the other, each with its own key, and repeats a request with the same key until it is
 * acknowledged; every tenth is repeated once more after that.
 */
async function writeFor(
  client: Person,
  site: Site,
  writing: Writing,
  goesOn: (written: number) => boolean,
): Promise<void> {
  for (let at = 0; goesOn(writing.acknowledged.size); at += 1) {
    const key = `proof-${site.objectId}-${at}`;
    for (let repeated = false; ;) {
      const asked = Date.now();
      const { status, retryAfter, body } = await attempt(client, site, at, key);
      writing.seen.push({ at: Date.now(), ms: Date.now() - asked, status, retryAfter });
      if (status === 201) {
        const { id } = (body as FactAnswer).fact;
        const before = writing.acknowledged.get(key);
        if (before !== undefined && before !== id) writing.contradicted.push(key);
        writing.acknowledged.set(key, id);
        if (repeated || at % 10 !== 0) break;
        repeated = true;
        continue;
      }
      if (!PASSING.has(status) && status < 500) {
        writing.refused.push(`${key}: ${status} ${JSON.stringify(body)}`);
        break;
      }
      await sleep(status === 429 ? Number(retryAfter ?? 1) * 1000 : 100);
    }
  }
}

/**
 * Users who write through the API in parallel until `goesOn` returns false; `pauseMs` is the pause between entries of a
 * user.
 */
export async function writeFacts(
  running: Running,
  sites: readonly Site[],
  goesOn: (written: number) => boolean,
  writing: Writing,
): Promise<void> {
  await Promise.all(
    sites.map(async (site) => writeFor(await personClient(running, site.person), site, writing, goesOn)),
  );
}

export const newWriting = (): Writing => ({
  acknowledged: new Map(),
  contradicted: [],
  seen: [],
  refused: [],
});

export type Kept = { missing: number; twice: number; entries: number; sumsDiffer: number };

/** Compares acknowledged entries with the ledger and its sums. */
export async function keptOf(
  { sql }: Running,
  sites: readonly Site[],
  { acknowledged }: Writing,
): Promise<Kept> {
  const objects = sites.map((site) => site.objectId);
  const rows = await sql<{ id: number; notes: string }[]>`
    select id, notes from daily_plan_fact where object_id = any(${objects}) and notes like 'proof-%'`;
  const ids = new Set(rows.map((row) => row.id));
  const [sums] = await sql<{ differ: number }[]>`
    select count(*)::int as differ from floor_volumes v
    where v.object_id = any(${objects}) and v.fact_qty <> coalesce(
      (select sum(f.quantity) from daily_plan_fact f where f.floor_volume_id = v.id), 0)`;
  return {
    missing: [...acknowledged.values()].filter((id) => !ids.has(id)).length,
    twice: rows.length - new Set(rows.map((row) => row.notes)).size,
    entries: rows.length,
    sumsDiffer: sums?.differ ?? 0,
  };
}
