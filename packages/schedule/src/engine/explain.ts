import { DRIVER } from "./dates.ts";
import { type Day, dayOf } from "./days.ts";
import type { Constraint, ScheduleLink } from "./network.ts";
import type { Schedule } from "./schedule.ts";
import { isSummary } from "./graph.ts";

/** What decides the date of a row. `of` is the summary whose link or constraint it is, where it is not the row's own. */
export type Reason =
  | { kind: "link"; link: ScheduleLink; of: string | null; drivenBy: string }
  | { kind: "constraint"; constraint: Constraint; of: string | null }
  /** A shift of the forecast. */
  | { kind: "held"; until: Day; of: string | null }
  | { kind: "data_date"; day: Day }
  | { kind: "project_start"; day: Day }
  | { kind: "fact"; start: Day; finish: Day | null }
  /** A summary begins with its first row. */
  | { kind: "rows"; drivenBy: string };

/** «Why this date?» as data. */
export type Explanation = {
  row: string;
  start: Day;
  finish: Day;
  reason: Reason;
  /** Days off that the calendar put between what was asked for and the start. */
  daysOff: { from: Day; count: number } | null;
  /** A link that would lead to a later date, but gives way to the row's «on». */
  gaveWay: ScheduleLink | null;
};

/** Explains the start of a row; undefined where there is no such row. */
export function explain(schedule: Schedule, id: string): Explanation | undefined {
  const { topology, dates } = schedule;
  const index = topology.indexOf.get(id);
  if (index === undefined) return undefined;
  return {
    row: id,
    start: dayOf(dates.firstDay[index] ?? 0),
    finish: dayOf(dates.lastDay[index] ?? 0),
    reason: reasonOf(schedule, index),
    daysOff: daysOffBefore(schedule, index),
    gaveWay: topology.links[dates.broken[index] ?? -1] ?? null,
  };
}

function reasonOf(schedule: Schedule, index: number): Reason {
  const { topology, dates, network, setting } = schedule;
  const driver = dates.driver[index] ?? DRIVER.start;
  const via = dates.via[index] ?? index;
  const of = via === index ? null : (topology.ids[via] ?? null);
  const link = topology.links[driver];
  if (link !== undefined) return { kind: "link", link, of, drivenBy: link.from };
  const row = network.rows[index];
  const constraint = network.rows[via]?.constraint;
  if (driver === DRIVER.constraint && constraint) return { kind: "constraint", constraint, of };
  const until = network.rows[via]?.heldUntil;
  if (driver === DRIVER.held && until) return { kind: "held", until, of };
  if (driver === DRIVER.actual && row?.actualStart) {
    return { kind: "fact", start: row.actualStart, finish: row.actualFinish ?? null };
  }
  if (driver === DRIVER.span) {
    const children = topology.children.items.subarray(
      topology.children.at[index],
      topology.children.at[index + 1],
    );
    const first = children.find((child) => dates.firstDay[child] === dates.firstDay[index]) ?? index;
    return { kind: "rows", drivenBy: topology.ids[first] ?? "" };
  }
  if (driver === DRIVER.dataDate && network.dataDate) return { kind: "data_date", day: network.dataDate };
  return { kind: "project_start", day: dayOf(setting.start) };
}

/** Days off between what was asked for and a start; none where the finish is what a link or constraint holds. */
function daysOffBefore({ topology, tasks, dates }: Schedule, index: number): Explanation["daysOff"] {
  const task = tasks[index];
  if (task === undefined || isSummary(topology, index) || task.actualStart !== null) return null;
  const driver = dates.driver[index] ?? 0;
  const link = topology.links[driver];
  const holdsFinish = link ? link.type === "FF" || link.type === "SF" : task.constraint?.finish === true;
  if (holdsFinish && (link || driver === DRIVER.constraint)) return null;
  const from = dates.asked[index] ?? 0;
  const to = dates.firstDay[index] ?? 0;
  const count = to - from - (task.workdays.ordinal(to) - task.workdays.ordinal(from));
  return to > from && count > 0 ? { from: dayOf(from), count } : null;
}

/**
 * The rows that lead to a date, last first: the row, what drives it, and so on to a constraint, a fact, the data date
 * or the beginning. From the row that ends last it is what holds the finish («кто держит»).
 */
export function drivingPath(schedule: Schedule, id: string): string[] {
  const { topology, dates } = schedule;
  const path: string[] = [];
  let at = topology.indexOf.get(id);
  const seen = new Set<number>();
  let points = dates.endPoint;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    if (isSummary(topology, at)) {
      // A link of a summary's end leads to the row that ends it, one of its start to the row that starts it.
      const children = topology.children.items.subarray(
        topology.children.at[at],
        topology.children.at[at + 1],
      );
      const point = points[at];
      at = children.find((child) => points[child] === point);
      continue;
    }
    path.push(topology.ids[at] ?? "");
    const driver = topology.links[dates.driver[at] ?? -1];
    points = driver?.type === "SS" || driver?.type === "SF" ? dates.startPoint : dates.endPoint;
    at = driver === undefined ? undefined : topology.indexOf.get(driver.from);
  }
  return path;
}

/** The row that ends last, or null without rows; of several the first. */
export function lastRow({ topology, dates }: Schedule): string | null {
  let latest = -1;
  topology.ids.forEach((_, index) => {
    if (isSummary(topology, index)) return;
    if (latest < 0 || (dates.endPoint[index] ?? 0) > (dates.endPoint[latest] ?? 0)) latest = index;
  });
  return topology.ids[latest] ?? null;
}
