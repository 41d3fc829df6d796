import { type Day, isDay } from "./days.ts";
import type { Network, Problem, ScheduleLink, ScheduleRow } from "./network.ts";

/** Longer durations and lags are typing errors, not works. */
export const LONGEST = 10_000;

const whole = (number: number, from: number) =>
  Number.isInteger(number) && number >= from && number <= LONGEST;

/** What is wrong with a row by itself; `summary` where it has children. */
export function rowProblems(row: ScheduleRow, summary: boolean, network: Omit<Network, "rows">): Problem[] {
  const problems: Problem[] = [];
  const add = (kind: Extract<Problem, { row: string }>["kind"]) => problems.push({ kind, row: row.id });
  if (row.calendar && !Object.hasOwn(network.calendars, row.calendar)) add("unknown_calendar");
  const { constraint, heldUntil, actualStart, actualFinish } = row;
  const days = [constraint?.day, heldUntil, actualStart, actualFinish].filter(
    (day) => day !== undefined && day !== null,
  );
  if (!days.every(isDay)) return [...problems, { kind: "bad_day", row: row.id }];
  if (summary) {
    if (actualStart || actualFinish) add("summary_fact");
    if (constraint && !mayBeOfSummary(constraint.kind, constraint.edge)) add("summary_constraint");
    return problems;
  }
  if (!whole(row.duration, 0)) add("bad_duration");
  if (row.remaining !== undefined && row.remaining !== null && !whole(row.remaining, 0)) add("bad_remaining");
  if (actualFinish && !actualStart) add("finish_without_start");
  if (actualStart && actualFinish && actualFinish < actualStart) add("finish_before_start");
  const lastFact: Day | null | undefined = actualFinish ?? actualStart;
  if (network.dataDate && lastFact && lastFact > network.dataDate) add("fact_after_data_date");
  return problems;
}

function mayBeOfSummary(kind: string, edge: string): boolean {
  return (kind === "not_earlier" && edge === "start") || (kind === "not_later" && edge === "finish");
}

/** What is wrong with the links; the rows are known by `indexOf`. */
export function linkProblems(
  links: readonly ScheduleLink[],
  indexOf: ReadonlyMap<string, number>,
  isSummary: (index: number) => boolean,
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const link of links) {
    const to = indexOf.get(link.to);
    if (to === undefined || !indexOf.has(link.from)) problems.push({ kind: "unknown_row", link });
    else if (link.from === link.to) problems.push({ kind: "link_to_itself", link });
    else if (!whole(Math.abs(link.lag), 0)) problems.push({ kind: "bad_lag", link });
    else if (isSummary(to) && (link.type === "FF" || link.type === "SF")) {
      problems.push({ kind: "summary_finish_link", link });
    }
    const key = JSON.stringify([link.from, link.to, link.type]);
    if (seen.has(key)) problems.push({ kind: "duplicate_link", link });
    seen.add(key);
  }
  return problems;
}
