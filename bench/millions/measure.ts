import type { Database } from "@stsphera/db";
import { spreadOf } from "../measure/statistics.ts";

/** Reads slower than this are explained. */
const SLOW_MS = 100;

export type Measured = { what: string; median: number; max: number; plan: string[] };

type Statement = { text: string; params: readonly unknown[]; ms: number };

/** A database that notes how long each of its reads took. */
export function noting(db: Database): { db: Database; statements: Statement[] } {
  const statements: Statement[] = [];
  const read: Database["read"] = async (text, params) => {
    const began = performance.now();
    const rows = await db.read(text, params);
    statements.push({ text, params, ms: performance.now() - began });
    return rows as never;
  };
  return { db: { ...db, read }, statements };
}

/** Milliseconds of some work, the first run left out; the plan of the slowest read where it is slow. */
export async function measure(
  noted: ReturnType<typeof noting>,
  what: string,
  runs: number,
  work: () => Promise<unknown>,
): Promise<Measured> {
  noted.statements.length = 0;
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const began = performance.now();
    await work();
    if (run > 0 || runs === 0) times.push(performance.now() - began);
  }
  const { median, max } = spreadOf(times);
  const slowest = noted.statements.toSorted((a, b) => b.ms - a.ms)[0];
  const plan =
    slowest === undefined || slowest.ms < SLOW_MS || median < SLOW_MS ? [] : await explain(noted.db, slowest);
  return { what, median, max, plan };
}

async function explain(db: Database, { text, params }: Statement): Promise<string[]> {
  const rows = await db.sql.unsafe<{ "QUERY PLAN": string }[]>(
    `explain (analyze, costs off) ${text}`,
    params as never[],
    { prepare: true },
  );
  return rows.map((row) => row["QUERY PLAN"]);
}
