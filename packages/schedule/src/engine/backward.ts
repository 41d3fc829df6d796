import { beginsBy, type Pass } from "./forward.ts";
import { NEVER } from "./dates.ts";
import type { ScheduleLink } from "./network.ts";
import { isSummary } from "./graph.ts";
import type { Workdays } from "./workdays.ts";

/**
 * What must be kept of each row: ordinals of the first day and of the day after the last one, and points for
 * summaries. Late dates are filled in by the pass itself; for the free float they are the early ones.
 */
export type Limits = {
  begins: Int32Array;
  ends: Int32Array;
  /** The latest point at which the rows of a summary may all begin. */
  gate: Int32Array;
  /** The latest end and beginning of a summary's span. */
  spanEnd: Int32Array;
  spanStart: Int32Array;
};

export function emptyLimits(count: number): Limits {
  const numbers = () => new Int32Array(count).fill(NEVER);
  return { begins: numbers(), ends: numbers(), gate: numbers(), spanEnd: numbers(), spanStart: numbers() };
}

/** The latest `ends` at which a row ends by a point. A milestone that opens a day lies at the point of that day. */
function endsBy({ dates, tasks }: Pass, index: number, point: number, workdays: Workdays): number {
  if (point >= NEVER) return NEVER;
  const opens = tasks[index]?.left === 0 && dates.atEnd[index] === 0;
  return opens ? workdays.ordinal(point + 1) - 1 : workdays.ordinal(point);
}

/** The latest `begins` at which a row begins by a point. */
function startsBy({ dates, tasks }: Pass, index: number, point: number, workdays: Workdays): number {
  if (point >= NEVER) return NEVER;
  const marksEnd = tasks[index]?.left === 0 && dates.atEnd[index] === 1;
  return marksEnd ? workdays.ordinal(point) : workdays.ordinal(point + 1) - 1;
}

/** The latest point of the predecessor that lets the successor of a link keep its limit; NEVER where it binds nothing. */
function latestPoint({ topology, tasks, setting }: Pass, limits: Limits, number: number): number {
  const to = topology.linkTo[number] ?? 0;
  const link = topology.links[number];
  if (link === undefined) return NEVER;
  if (isSummary(topology, to))
    return latestBeforeGate(link, limits.gate[to] ?? NEVER, setting.calendars.main);
  const task = tasks[to];
  const toFinish = link.type === "FF" || link.type === "SF";
  if (task === undefined || task.actualFinish !== null) return NEVER;
  if (task.actualStart !== null && !toFinish) return NEVER;
  const limit = (toFinish ? limits.ends[to] : limits.begins[to]) ?? NEVER;
  if (limit >= NEVER) return NEVER;
  const { workdays } = task;
  return link.unit === "work" ? workdays.day(limit - link.lag) : workdays.day(limit) - link.lag;
}

function latestBeforeGate(link: ScheduleLink, gate: number, main: Workdays): number {
  if (gate >= NEVER) return NEVER;
  if (link.unit === "elapsed") return gate - link.lag;
  return link.lag === 0 ? gate : main.day(main.ordinal(gate + 1) - 1 - link.lag);
}

/** Calls `visit` with the limit of each outgoing link: its point, and whether it holds the end or the beginning. */
function forEachLimit(
  pass: Pass,
  limits: Limits,
  index: number,
  visit: (point: number, atEnd: boolean) => void,
) {
  const { outgoing, links } = pass.topology;
  for (let at = outgoing.at[index] ?? 0; at < (outgoing.at[index + 1] ?? 0); at += 1) {
    const number = outgoing.items[at] ?? 0;
    const type = links[number]?.type;
    const point = latestPoint(pass, limits, number);
    if (point < NEVER) visit(point, type === "FS" || type === "FF");
  }
}

/** The latest `ends` of a row that moves nothing after it, given the limits of what comes after. */
export function endsLimit(pass: Pass, limits: Limits, index: number): number {
  const { topology, tasks, dates } = pass;
  const task = tasks[index];
  if (task === undefined) return NEVER;
  const { workdays, left } = task;
  let latest = NEVER;
  const keep = (point: number, atEnd: boolean) => {
    if (atEnd) latest = Math.min(latest, endsBy(pass, index, point, workdays));
    else if (task.actualStart === null) {
      latest = Math.min(latest, startsBy(pass, index, point, workdays) + left);
    }
  };
  forEachLimit(pass, limits, index, keep);
  const above = topology.parent[index] ?? -1;
  if (above >= 0) {
    const { spanEnd, spanStart } = limits;
    if ((spanEnd[above] ?? NEVER) < NEVER) keep(spanEnd[above] ?? NEVER, true);
    const opens = dates.startPoint[index] === dates.startPoint[above];
    if (opens && (spanStart[above] ?? NEVER) < NEVER) keep(spanStart[above] ?? NEVER, false);
  }
  return latest;
}

/** Fills the limits of a summary's span, which its rows have to keep. */
export function limitSpan(pass: Pass, limits: Limits, index: number): void {
  const { topology, dates, tasks } = pass;
  const above = topology.parent[index] ?? -1;
  let end = above < 0 ? NEVER : (limits.spanEnd[above] ?? NEVER);
  const constraint = tasks[index]?.constraint;
  if (constraint?.kind === "not_later") end = Math.min(end, constraint.day + 1);
  const opens = above >= 0 && dates.startPoint[index] === dates.startPoint[above];
  let start = opens ? (limits.spanStart[above] ?? NEVER) : NEVER;
  forEachLimit(pass, limits, index, (point, atEnd) => {
    if (atEnd) end = Math.min(end, point);
    else start = Math.min(start, point);
  });
  limits.spanEnd[index] = end;
  limits.spanStart[index] = start;
}

/** Fills the latest point of a summary's gate from the limits of its rows. */
export function limitGate({ topology, tasks }: Pass, limits: Limits, index: number): void {
  const { children } = topology;
  let gate = NEVER;
  for (let at = children.at[index] ?? 0; at < (children.at[index + 1] ?? 0); at += 1) {
    const child = children.items[at] ?? 0;
    if (isSummary(topology, child)) gate = Math.min(gate, limits.gate[child] ?? NEVER);
    else {
      const task = tasks[child];
      const begins = limits.begins[child] ?? NEVER;
      if (task?.actualStart === null && begins < NEVER) gate = Math.min(gate, task.workdays.day(begins));
    }
  }
  limits.gate[index] = gate;
}

/** The limit that a row's own constraint adds, as the latest `ends`. */
export function endsByConstraint({ tasks }: Pass, index: number): number {
  const task = tasks[index];
  const constraint = task?.constraint;
  if (!task || !constraint || constraint.kind === "not_earlier") return NEVER;
  if (task.actualStart !== null && !constraint.finish) return NEVER;
  if (constraint.kind === "on") return beginsBy(constraint, task).begins + task.left;
  const after = task.workdays.ordinal(constraint.day + 1);
  return constraint.finish ? after : after - 1 + task.left;
}
