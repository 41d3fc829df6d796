import { copyDates, type EarlyDates } from "./dates.ts";
import { type Day, dayNumber, dayOf, isDay } from "./days.ts";
import { type Pass, placeNode } from "./forward.ts";
import type { Network, Problem, ScheduleRow } from "./network.ts";
import { rowProblems } from "./problems.ts";
import { completeSchedule, type Schedule, withinRange } from "./schedule.ts";
import { taskOf } from "./tasks.ts";
import { forEachNext, isSummary } from "./graph.ts";

/** What a row is to become; fields that are not named stay. The outline and the links need a new schedule. */
export type RowChange = Pick<ScheduleRow, "id"> &
  Partial<
    Pick<
      ScheduleRow,
      "duration" | "calendar" | "constraint" | "heldUntil" | "actualStart" | "actualFinish" | "remaining"
    >
  >;

/** A row whose dates differ between two schedules. */
export type MovedRow = {
  id: string;
  before: { start: Day; finish: Day };
  after: { start: Day; finish: Day };
};

export type Cascade =
  | { schedule: Schedule; moved: MovedRow[]; problems?: undefined }
  | { problems: (Problem | { kind: "unknown_change"; row: string })[] };

/**
 * Applies changes of rows, and a new data date, to a schedule: only rows that a changed one leads to are placed again.
 * The schedule given is left as it was. The result equals that of the changed network computed as a whole.
 */
export function cascade(
  before: Schedule,
  changes: readonly RowChange[],
  dataDate: Day | null | undefined = before.network.dataDate,
): Cascade {
  const { topology } = before;
  if (dataDate && !isDay(dataDate)) return { problems: [{ kind: "bad_data_date" }] };
  const unknown = changes.filter(({ id }) => !topology.indexOf.has(id));
  if (unknown.length > 0) return { problems: unknown.map(({ id }) => ({ kind: "unknown_change", row: id })) };
  const everything = (dataDate ?? null) !== (before.network.dataDate ?? null);
  const rows = [...before.network.rows];
  const changed = new Set<number>(everything ? rows.keys() : []);
  for (const change of changes) {
    const index = topology.indexOf.get(change.id) ?? 0;
    const row = rows[index];
    if (row === undefined) continue;
    rows[index] = { ...row, ...change };
    changed.add(index);
  }
  const network: Network = { ...before.network, rows, dataDate: dataDate ?? null };
  const problems = [...changed].flatMap((index) => {
    const row = rows[index];
    return row === undefined ? [] : rowProblems(row, isSummary(topology, index), network);
  });
  if (problems.length > 0) return { problems };
  const setting = { ...before.setting, dataDate: dataDate ? dayNumber(dataDate) : null };
  const computed = withinRange(() => {
    const tasks = [...before.tasks];
    for (const index of changed) {
      const row = rows[index];
      if (row !== undefined) tasks[index] = taskOf(row, setting);
    }
    const pass: Pass = { topology, tasks, setting, dates: copyDates(before.dates) };
    placeAgain(pass, changed);
    return completeSchedule(network, pass);
  });
  if (computed.problems) return computed;
  return { schedule: computed.schedule, moved: movedRows(before, computed.schedule) };
}

/** Places changed rows and what they lead to, in the order of dependence. */
function placeAgain(pass: Pass, changed: ReadonlySet<number>): void {
  const { topology, dates } = pass;
  const due = new Uint8Array(2 * topology.count);
  for (const index of changed) due[index] = 1;
  for (const node of topology.order) {
    if (due[node] === 0) continue;
    const index = node % topology.count;
    const former = seenBySuccessors(dates, index);
    placeNode(pass, node);
    if (seenBySuccessors(dates, index) === former) continue;
    forEachNext(topology, node, (next) => {
      due[next] = 1;
    });
  }
}

/** All that other rows are placed by, in one value to compare. */
function seenBySuccessors(dates: EarlyDates, index: number): string {
  const { startPoint, endPoint, firstDay, lastDay, gate, gateDriver, gateVia } = dates;
  return [startPoint, endPoint, firstDay, lastDay, gate, gateDriver, gateVia].map((of) => of[index]).join();
}

/** Rows that two schedules have in common, with different dates. */
export function movedRows(before: Schedule, after: Schedule): MovedRow[] {
  const span = ({ dates }: Schedule, index: number) => ({
    start: dayOf(dates.firstDay[index] ?? 0),
    finish: dayOf(dates.lastDay[index] ?? 0),
  });
  return after.topology.ids.flatMap((id, index) => {
    const former = before.topology.indexOf.get(id);
    if (former === undefined) return [];
    const same =
      before.dates.firstDay[former] === after.dates.firstDay[index] &&
      before.dates.lastDay[former] === after.dates.lastDay[index];
    return same ? [] : [{ id, before: span(before, former), after: span(after, index) }];
  });
}
