import type { Wish } from "../cases/bench-case.ts";
import { spreadOf } from "../measure/statistics.ts";
import type { Child } from "../processes/child.ts";

const WARM = 5;
const TIMES = 40;

/** Medians in ms of requests of each kind, sent one after the other. */
export async function timesOf(
  api: Child,
  url: string,
  kinds: Readonly<Record<string, readonly Wish[]>>,
): Promise<Record<string, string>> {
  const medians: Record<string, string> = {};
  for (const [kind, wishes] of Object.entries(kinds)) {
    const spent: number[] = [];
    for (let at = -WARM; at < TIMES; at += 1) {
      const wish = wishes[(at + WARM) % wishes.length];
      if (wish === undefined) throw new Error(`nothing is asked of ${kind}`);
      const took = await send(api, url, wish);
      if (at >= 0) spent.push(took);
    }
    medians[kind] = spreadOf(spent).median.toFixed(1);
  }
  return medians;
}

async function send(api: Child, url: string, { method, path, personId, body }: Wish): Promise<number> {
  const token = await api.ask<string>("token", personId);
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const began = performance.now();
  const answer = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
  return performance.now() - began;
}
