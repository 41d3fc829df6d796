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
  const chosen = new Set(ids.map((id) => topology.indexOf.get(id)).filter((index) => index !== undefined));
  const isChosen = (index: number) => {
    for (let at = index; at >= 0; at = topology.parent[at] ?? -1) if (chosen.has(at)) return true;
    return false;
  };
  return topology.ids.flatMap((id, index): RowChange[] => {
    const task = tasks[index];
    const summary = topology.children.at[index] !== topology.children.at[index + 1];
    if (task === undefined || summary || task.actualFinish !== null || !isChosen(index)) return [];
    if (task.actualStart !== null) return [{ id, remaining: Math.max(task.left + workdays, 1) }];
    const from = task.workdays.ordinal(dates.firstDay[index] ?? 0);
    return [{ id, heldUntil: dayOf(task.workdays.day(from + workdays)) }];
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
