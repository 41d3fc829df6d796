import type { Topology } from "./graph.ts";

/** What decides a date, where it is no link (those are numbered from 0). */
export const DRIVER = { start: -1, constraint: -2, dataDate: -3, actual: -4, span: -5, held: -6 } as const;

/** No bound. */
export const NONE = -2_000_000_000;
export const NEVER = 2_000_000_000;

/**
 * Computed dates by row. Points are day numbers at midnight: a row that ends on Friday ends at the point of Saturday. A
 * milestone is one point; it shows on the day before it where it marks an end, on the day after it where it opens one.
 */
export type EarlyDates = {
  startPoint: Int32Array;
  endPoint: Int32Array;
  /** The first and the last day, as shown. */
  firstDay: Int32Array;
  lastDay: Int32Array;
  /** Ordinals, in the row's calendar, of the first day of what is left and of the day after its last. */
  begins: Int32Array;
  ends: Int32Array;
  /** 1 for a milestone that marks an end. */
  atEnd: Uint8Array;
  /** An index of a link or a `DRIVER`; `via` is the row that has it: the row itself or a summary above it. */
  driver: Int32Array;
  via: Int32Array;
  /** The point that the driver asks for, before it was moved to a working day. */
  asked: Int32Array;
  /** A link that the row's «on» does not keep, or −1. */
  broken: Int32Array;
  /** For summaries: the point before which nothing of them may begin, with its driver. */
  gate: Int32Array;
  gateDriver: Int32Array;
  gateVia: Int32Array;
};

export function emptyDates({ count }: Pick<Topology, "count">): EarlyDates {
  const numbers = (value = 0) => new Int32Array(count).fill(value);
  return {
    startPoint: numbers(),
    endPoint: numbers(),
    firstDay: numbers(),
    lastDay: numbers(),
    begins: numbers(),
    ends: numbers(),
    atEnd: new Uint8Array(count),
    driver: numbers(DRIVER.start),
    via: numbers(-1),
    asked: numbers(),
    broken: numbers(-1),
    gate: numbers(NONE),
    gateDriver: numbers(DRIVER.start),
    gateVia: numbers(-1),
  };
}

export function copyDates(dates: EarlyDates): EarlyDates {
  return {
    startPoint: dates.startPoint.slice(),
    endPoint: dates.endPoint.slice(),
    firstDay: dates.firstDay.slice(),
    lastDay: dates.lastDay.slice(),
    begins: dates.begins.slice(),
    ends: dates.ends.slice(),
    atEnd: dates.atEnd.slice(),
    driver: dates.driver.slice(),
    via: dates.via.slice(),
    asked: dates.asked.slice(),
    broken: dates.broken.slice(),
    gate: dates.gate.slice(),
    gateDriver: dates.gateDriver.slice(),
    gateVia: dates.gateVia.slice(),
  };
}
