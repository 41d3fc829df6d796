import { big } from "../calculation/index.ts";
import type { FormCell } from "./read-form-cells.ts";
import { crewsLines, type Reader, type Whose, WHOSE, whoseLine } from "./whose-lines.ts";

export const LINES_BEFORE_OTHERS = 12;

const hasRest = (cell: FormCell) => big(cell.done).lt(cell.planTotal);
const isOpen = (cell: FormCell) => hasRest(cell) || cell.doneOfDay !== null;

/** A line with whose it is for the reader. */
export type OrderedCell = FormCell & { whose: Whose };
export type OrderedLines = { lines: OrderedCell[]; others: OrderedCell[] };
type Day = {
  date: string;
  tenShiftsAgo: string;
  /** Nobody is expected at night where nobody worked at night lately: windows of the plan add no lines. */
  atNight?: boolean;
  /** Leaves out what is the reader's. */
  othersOnly?: boolean;
} & Reader;

/**
 * Splits the cells of a day into the lines shown first and all others. First what the reader or their crew works on,
 * then their zones, then the rest; within each, what was worked on, newest first; the next floor of what was just
 * finished; what is in its plan window, the most urgent first. What was entered for the day is never among the others.
 * @param tenShiftsAgo the day of the tenth shift before the form's day
 */
export function orderLines(all: readonly FormCell[], day: Day): OrderedLines {
  const { date, tenShiftsAgo } = day;
  const seen = day.crewOnly ? crewsLines(all, day) : all;
  const cells = day.othersOnly === true ? seen.filter((cell) => whoseLine(cell, day) === "other") : seen;
  const isRecent = (cell: FormCell) => cell.last !== null && cell.last.date >= tenShiftsAgo;
  const open = cells.filter(isOpen);
  const nextFloors = nextAfterFinished(
    cells.filter((cell) => !hasRest(cell) && isRecent(cell)),
    open,
  );

  const worked = open.filter((cell) => isRecent(cell) || cell.doneOfDay !== null);
  worked.sort((a, b) => descending(lastDay(a, date), lastDay(b, date)) || byPlace(a, b));
  const begun = new Set(worked);
  const next = [...nextFloors.entries()]
    .filter(([cell]) => !begun.has(cell))
    .sort(([a, dayA], [b, dayB]) => descending(dayA, dayB) || byPlace(a, b))
    .map(([cell]) => cell);
  const taken = new Set([...worked, ...next]);
  const inWindow = open.filter(
    (cell) => day.atNight !== true && !taken.has(cell) && cell.planStart !== null && cell.planStart <= date,
  );
  inWindow.sort((a, b) => ascending(a.planFinish ?? "", b.planFinish ?? "") || byPlace(a, b));

  const named = (cell: FormCell): OrderedCell => ({ ...cell, whose: whoseLine(cell, day) });
  const working = [...worked, ...next, ...inWindow].map(named);
  const ordered = WHOSE.flatMap((whose) => working.filter((cell) => cell.whose === whose));
  const lines = ordered.filter((cell, at) => at < LINES_BEFORE_OTHERS || cell.doneOfDay !== null);
  const shown = new Set(lines.map(({ floorVolumeId }) => floorVolumeId));
  const others = open.filter(({ floorVolumeId }) => !shown.has(floorVolumeId)).sort(byPlace);
  return { lines, others: others.map(named) };
}

/** For each work and facade that finished a floor: the lowest unfinished floor above it, and when. */
function nextAfterFinished(finished: readonly FormCell[], open: readonly FormCell[]): Map<FormCell, string> {
  const next = new Map<FormCell, string>();
  for (const done of finished) {
    const above = open
      .filter((cell) => sameWork(cell, done) && cell.floorSort > done.floorSort && hasRest(cell))
      .sort((a, b) => a.floorSort - b.floorSort)[0];
    if (above === undefined || done.last === null) continue;
    const known = next.get(above);
    if (known === undefined || known < done.last.date) next.set(above, done.last.date);
  }
  return next;
}

const sameWork = (a: FormCell, b: FormCell) => a.facadeId === b.facadeId && a.workTypeId === b.workTypeId;
const lastDay = (cell: FormCell, date: string) => cell.last?.date ?? (cell.doneOfDay === null ? "" : date);
const ascending = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const descending = (a: string, b: string) => ascending(b, a);

/** Modules, the main work of a facade, first; then by facade, by work, from the ground up. */
const byPlace = (a: FormCell, b: FormCell) =>
  Number(b.workGroup === "module") - Number(a.workGroup === "module") ||
  a.facadeSort - b.facadeSort ||
  a.workSort - b.workSort ||
  a.floorSort - b.floorSort;
