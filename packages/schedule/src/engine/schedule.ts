import { emptyLimits, endsByConstraint, endsLimit, limitGate, limitSpan, type Limits } from "./backward.ts";
import { emptyDates, NEVER, NONE } from "./dates.ts";
import { dayNumber, dayOf, type Day, isDay } from "./days.ts";
import { type Pass, placeNode } from "./forward.ts";
import type { Network, Problem } from "./network.ts";
import { linkProblems, rowProblems } from "./problems.ts";
import { taskOf } from "./tasks.ts";
import { isSummary } from "./graph.ts";
import { createTopology, readOutline } from "./topology.ts";

/** A computed network. Read it with `rowDates`, `explain`, `drivingPath`; change it with `cascade`. */
export type Schedule = Pass & {
  network: Network;
  late: Limits;
  /** The latest `ends` of each row that moves no other row. */
  free: Int32Array;
  critical: Uint8Array;
  /** The last day of all; null without rows. */
  finish: Day | null;
};

export type Computed = { schedule: Schedule; problems?: undefined } | { problems: Problem[] };

/**
 * Computes early and late dates, floats and the critical path of a network (critical path method with the calendar of
 * each row), or answers all that is wrong with it.
 */
export function computeSchedule(network: Network): Computed {
  const problems: Problem[] = [];
  if (!isDay(network.start)) problems.push({ kind: "bad_start" });
  if (network.dataDate && !isDay(network.dataDate)) problems.push({ kind: "bad_data_date" });
  const outline = readOutline(network.rows);
  const summary = (index: number) => isSummary(outline, index);
  problems.push(
    ...outline.problems,
    ...network.rows.flatMap((row, index) => rowProblems(row, summary(index), network)),
    ...linkProblems(network.links, outline.indexOf, summary),
  );
  if (problems.length > 0) return { problems };
  const ordered = createTopology(network.rows, network.links, outline);
  if ("cycle" in ordered) return { problems: [{ kind: "cycle", rows: ordered.cycle }] };
  const { topology } = ordered;
  const setting = {
    calendars: network.calendars,
    start: dayNumber(network.start),
    dataDate: network.dataDate ? dayNumber(network.dataDate) : null,
  };
  return withinRange(() => {
    const tasks = network.rows.map((row) => taskOf(row, setting));
    const pass: Pass = { topology, tasks, setting, dates: emptyDates(topology) };
    for (const node of topology.order) placeNode(pass, node);
    return completeSchedule(network, pass);
  });
}

/** Runs a calculation; dates that leave the century of the calendars are a problem of the input. */
export function withinRange(compute: () => Schedule): Computed {
  try {
    return { schedule: compute() };
  } catch (error) {
    if (error instanceof RangeError) return { problems: [{ kind: "out_of_range" }] };
    throw error;
  }
}

/** Adds what is computed backwards, from the finish of all. */
export function completeSchedule(network: Network, pass: Pass): Schedule {
  const { topology, tasks, dates } = pass;
  const { count, order } = topology;
  const finishPoint = dates.endPoint.reduce((latest, point) => Math.max(latest, point), NONE);
  const lastDay = dates.lastDay.reduce((latest, day) => Math.max(latest, day), NONE);
  const late = emptyLimits(count);
  const early: Limits = { ...emptyLimits(count), begins: dates.begins, ends: dates.ends };
  const free = new Int32Array(count).fill(NEVER);
  const critical = new Uint8Array(count);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at] ?? 0;
    const index = node % count;
    if (!isSummary(topology, index)) {
      const task = tasks[index];
      if (node >= count || task === undefined) continue;
      const opens = task.left === 0 && dates.atEnd[index] === 0;
      const byFinish = task.workdays.ordinal(opens ? finishPoint + 1 : finishPoint) - (opens ? 1 : 0);
      const ends = Math.min(byFinish, endsLimit(pass, late, index), endsByConstraint(pass, index));
      late.ends[index] = ends;
      late.begins[index] = ends - task.left;
      free[index] = Math.min(byFinish, endsLimit(pass, early, index));
      if (task.actualFinish === null && ends <= (dates.ends[index] ?? 0)) markCritical(pass, critical, index);
    } else if (node >= count) {
      limitSpan(pass, late, index);
      limitSpan(pass, early, index);
    } else {
      limitGate(pass, late, index);
      limitGate(pass, early, index);
    }
  }
  return { ...pass, network, late, free, critical, finish: count === 0 ? null : dayOf(lastDay) };
}

/** A summary is critical when one of its rows is. */
function markCritical({ topology }: Pass, critical: Uint8Array, index: number): void {
  for (let at = index; at >= 0 && critical[at] === 0; at = topology.parent[at] ?? -1) critical[at] = 1;
}
