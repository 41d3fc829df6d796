import type { Constraint, Network, ScheduleLink, ScheduleRow } from "../index.ts";
import { dayNumber, dayOf } from "../index.ts";
import { everyDay, productionCalendar, sixDays } from "./calendars.ts";

export type Random = {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  chance(share: number): boolean;
  one<T>(of: readonly T[]): T;
};

/** Mulberry32: the same numbers for the same seed. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    chance: (share) => next() < share,
    one: <T>(of: readonly T[]) => of[whole(0, of.length - 1)] as T,
  };
}

export type Shape = {
  rows: number;
  links: number;
  shortest?: number;
  longest?: number;
  elapsed?: boolean;
  calendars?: boolean;
  summaries?: boolean;
  constraints?: boolean;
  facts?: boolean;
};

export const CALENDARS = { main: productionCalendar, site: sixDays, every: everyDay };
const START = "2026-04-20";
const DATA_DATE = "2026-05-06";

export const around = (random: Random, from: number, to: number) =>
  dayOf(dayNumber(START) + random.whole(from, to));

export function randomConstraint(random: Random): Constraint {
  return {
    kind: random.one(["not_earlier", "not_later", "on"]),
    edge: random.one(["start", "finish"]),
    day: around(random, 0, 60),
  };
}

/** A network without cycles: links lead from earlier rows to later ones. */
export function randomNetwork(random: Random, shape: Shape): Network {
  const { shortest = 0, longest = 12 } = shape;
  // Every fourth row is a summary of the three after it; every other of those lies in the summary before it.
  const group = (index: number) => Math.floor(index / 4) * 4;
  const isSummary = (index: number) => shape.summaries === true && index % 4 === 0 && index + 1 < shape.rows;
  const rows = Array.from({ length: shape.rows }, (_, index): ScheduleRow => {
    const summary = isSummary(index);
    const above = index % 8 === 4 ? index - 4 : -1;
    const parent = shape.summaries !== true ? -1 : summary || index % 4 === 0 ? above : group(index);
    const started = shape.facts === true && !summary && random.chance(0.25);
    const actualStart = started ? around(random, 0, 14) : null;
    const finished = started && random.chance(0.5);
    return {
      id: `r${index}`,
      parent: parent < 0 ? null : `r${parent}`,
      duration: random.whole(shortest, longest),
      calendar: shape.calendars ? random.one([null, "site", "every"]) : null,
      constraint:
        shape.constraints === true && !summary && random.chance(0.2) ? randomConstraint(random) : null,
      heldUntil: shape.constraints === true && random.chance(0.1) ? around(random, 0, 60) : null,
      actualStart,
      actualFinish: finished && actualStart ? dayOf(dayNumber(actualStart) + random.whole(0, 2)) : null,
      remaining: started && !finished && random.chance(0.5) ? random.whole(1, 8) : null,
    };
  });
  const links = new Map<string, ScheduleLink>();
  for (let count = 0; count < shape.links; count += 1) {
    const to = random.whole(1, shape.rows - 1);
    const from = random.whole(0, to - 1);
    // A summary and its own rows are never linked: that would be a cycle.
    const related = [from, to].some(isSummary) && Math.floor(from / 8) === Math.floor(to / 8);
    if (related && shape.summaries === true) continue;
    const type = isSummary(to)
      ? random.one(["FS", "SS"] as const)
      : random.one(["FS", "FS", "SS", "FF", "SF"] as const);
    const unit = shape.elapsed === true && random.chance(0.3) ? "elapsed" : "work";
    const lag = random.chance(0.5) ? 0 : random.whole(-3, 5);
    links.set(`${from} ${to} ${type}`, { from: `r${from}`, to: `r${to}`, type, unit, lag });
  }
  return {
    start: START,
    dataDate: shape.facts ? DATA_DATE : null,
    rows,
    links: [...links.values()],
    calendars: shape.calendars ? CALENDARS : { main: productionCalendar },
  };
}
