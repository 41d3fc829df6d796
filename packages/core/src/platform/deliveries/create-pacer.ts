import { setTimeout as sleep } from "node:timers/promises";

/**
 * What a timer is late by nature, in milliseconds. It is made up by the next sender: added up over thousands of messages it
 * would cost a tenth of the rate.
 */
const JITTER_MS = 5;

/**
 * Lets senders of this process pass after their milliseconds, on average never less than `apartMs` after one another, and
 * never less than that by more than five milliseconds: what waited while the process stood still does not leave all at
 * once. Tells how many milliseconds late they pass.
 */
export function createPacer(apartMs: number): (afterMs: number) => Promise<number> {
  /** The time that the last sender was meant to pass at. */
  let slot = Number.NEGATIVE_INFINITY;
  return async (afterMs) => {
    const dueAt = performance.now() + afterMs;
    const restMs = () => Math.max(dueAt, slot + apartMs) - performance.now();
    for (let ms = restMs(); ms > 0; ms = restMs()) await sleep(Math.ceil(ms));
    const now = performance.now();
    slot = Math.max(dueAt, slot + apartMs, now - JITTER_MS);
    return now - dueAt;
  };
}
