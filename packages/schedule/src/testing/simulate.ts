import type { Network, ScheduleLink, ScheduleRow } from "../index.ts";
import { dayNumber } from "../index.ts";

/** Whether a day is worked, asked of the ordinals one day at a time. */
const worked = (network: Network, row: ScheduleRow, day: number): boolean => {
  const workdays = (row.calendar ? network.calendars[row.calendar] : undefined) ?? network.calendars.main;
  return workdays.ordinal(day + 1) > workdays.ordinal(day);
};

/** Working days from one midnight to another, counted one by one; negative backwards. */
function count(network: Network, row: ScheduleRow, from: number, to: number): number {
  let days = 0;
  for (let day = Math.min(from, to); day < Math.max(from, to); day += 1)
    if (worked(network, row, day)) days += 1;
  return to >= from ? days : -days;
}

type Placed = { first: number; end: number };

/** The placement of a row that begins on the first working day on or after a day. */
function place(network: Network, row: ScheduleRow, from: number): Placed {
  let first = from;
  while (!worked(network, row, first)) first += 1;
  let end = first;
  for (let left = row.duration; left > 0; end += 1) if (worked(network, row, end)) left -= 1;
  return { first, end };
}

function keeps(
  network: Network,
  link: ScheduleLink,
  row: ScheduleRow,
  before: Placed,
  placed: Placed,
): boolean {
  const point = link.type === "FS" || link.type === "FF" ? before.end : before.first;
  const held = link.type === "FS" || link.type === "SS" ? placed.first : placed.end;
  return link.unit === "work"
    ? count(network, row, point, held) >= link.lag
    : count(network, row, point + link.lag, held) >= 0;
}

/**
 * Places rows of at least a day by trying one day after another until all links are kept, again and again until
 * nothing moves: no ordinals, no order of dependence. `later` holds rows back to a day.
 */
export function simulate(
  network: Network,
  later: ReadonlyMap<string, number> = new Map(),
): Map<string, Placed> {
  const start = dayNumber(network.start);
  const placed = new Map(
    network.rows.map((row) => [row.id, place(network, row, Math.max(start, later.get(row.id) ?? start))]),
  );
  for (let moving = true; moving;) {
    moving = false;
    for (const link of network.links) {
      const row = network.rows.find(({ id }) => id === link.to);
      const before = placed.get(link.from);
      let at = placed.get(link.to);
      if (row === undefined || before === undefined || at === undefined) throw new Error("a link to nowhere");
      while (!keeps(network, link, row, before, at)) {
        at = place(network, row, at.first + 1);
        placed.set(link.to, at);
        moving = true;
      }
    }
  }
  return placed;
}
