import type { PacedRow, ScheduleDeps } from "./schedule-row.ts";

/** $1 job · $2 period · $3 now */
const CLAIM = `insert into schedule_claims (job, slot, at) values ($1, $2, $3::timestamptz)
  on conflict do nothing returning 1 as claimed`;

/** Runs a row whose period nobody has claimed; null when another scheduler did, or this one before. */
export async function sweepPaced<Deps extends ScheduleDeps>(
  deps: Deps,
  { job, everyMinutes, work }: PacedRow<Deps>,
): Promise<Readonly<Record<string, number>> | null> {
  const now = deps.now();
  const period = String(Math.floor(now.getTime() / (everyMinutes * 60_000)));
  const [claimed] = await deps.db.read<{ claimed: number }>(CLAIM, [job, period, now.toISOString()]);
  return claimed === undefined ? null : work(deps);
}
