import {
  cascade,
  type Cascade,
  type Day,
  dayNumber,
  dayOf,
  type MovedRow,
  type RowChange,
  rowDates,
  type Schedule,
} from "../index.ts";

/**
 * The changes that move rows by working days of their calendars: what has not begun is held until a later day, what has
 * begun takes longer, what is finished stays. A summary moves with all its rows. A negative number takes back what a
 * row was held for, as far as nothing else holds it.
 */
export function shiftRows(schedule: Schedule, ids: readonly string[], workdays: number): RowChange[] {
  const { topology, tasks, dates } = schedule;
  return leavesOf(schedule, ids).flatMap((index): RowChange[] => {
    const task = tasks[index];
    const id = topology.ids[index];
    if (task === undefined || id === undefined || task.actualFinish !== null) return [];
    if (task.actualStart !== null) return [{ id, remaining: Math.max(task.left + workdays, 1) }];
    const from = task.workdays.ordinal(dates.firstDay[index] ?? 0);
    return [{ id, heldUntil: dayOf(task.workdays.day(from + workdays)) }];
  });
}

/**
 * The changes of a pause: rows that have not begun before it are put off by its working days, those that run into it
 * take longer by them, those that are over before it stay.
 */
export function pauseRows(
  schedule: Schedule,
  ids: readonly string[],
  { from, to }: { from: Day; to: Day },
): RowChange[] {
  const { topology, tasks, dates, network } = schedule;
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return leavesOf(schedule, ids).flatMap((index): RowChange[] => {
    const task = tasks[index];
    const row = network.rows[index];
    const id = topology.ids[index];
    if (task === undefined || row === undefined || id === undefined || task.actualFinish !== null) return [];
    const { ordinal, day } = task.workdays;
    const days = ordinal(last + 1) - ordinal(first);
    const begins = dates.firstDay[index] ?? 0;
    if ((dates.lastDay[index] ?? 0) < first || days === 0) return [];
    if (task.actualStart === null && begins >= first) {
      return [{ id, heldUntil: dayOf(day(ordinal(begins) + days)) }];
    }
    const left = row.remaining;
    return [
      {
        id,
        duration: row.duration + days,
        ...(left === null || left === undefined ? {} : { remaining: left + days }),
      },
    ];
  });
}

/** The rows without rows under them among those that are named and those under them, in their order. */
function leavesOf({ topology }: Schedule, ids: readonly string[]): number[] {
  const chosen = new Set(ids.map((id) => topology.indexOf.get(id)).filter((index) => index !== undefined));
  return topology.ids.flatMap((_, index) => {
    if (topology.children.at[index] !== topology.children.at[index + 1]) return [];
    for (let at = index; at >= 0; at = topology.parent[at] ?? -1) if (chosen.has(at)) return [index];
    return [];
  });
}

export type ShiftPreview = {
  moved: MovedRow[];
  /** Of the moved rows, those on the critical path before or after. */
  criticalMoved: string[];
  /** `workdays` by the calendar of the schedule. */
  finish: { before: Day | null; after: Day | null; workdays: number };
  /** Owners of moved leaf rows, in their order. */
  owners: string[];
  schedule: Schedule;
};

/** What changes would do, and whom they touch, before anything is written. */
export function previewChanges(
  before: Schedule,
  changes: readonly RowChange[],
  ownerOf: ReadonlyMap<string, string | null>,
): ShiftPreview | Extract<Cascade, { problems: object[] }> {
  const result = cascade(before, changes);
  if (result.problems) return result;
  const { schedule, moved } = result;
  const { indexOf, children } = schedule.topology;
  const isLeaf = (id: string) => {
    const index = indexOf.get(id) ?? 0;
    return children.at[index] === children.at[index + 1];
  };
  const critical = (id: string) => rowDates(before, id)?.critical || rowDates(schedule, id)?.critical;
  const leaves = moved.map(({ id }) => id).filter(isLeaf);
  const { ordinal } = schedule.setting.calendars.main;
  const [was, is] = [before.finish, schedule.finish];
  return {
    moved,
    criticalMoved: leaves.filter(critical),
    finish: {
      before: was,
      after: is,
      workdays: was === null || is === null ? 0 : ordinal(dayNumber(is)) - ordinal(dayNumber(was)),
    },
    owners: [...new Set(leaves.map((id) => ownerOf.get(id) ?? null).filter((owner) => owner !== null))],
    schedule,
  };
}
