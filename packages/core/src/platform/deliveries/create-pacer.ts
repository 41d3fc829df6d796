import { setTimeout as sleep } from "node:timers/promises";

/**
 * Lets senders of this process pass after their milliseconds, never less than `apartMs` after one another: what waited
 * while the process stood still does not leave all at once. Tells how many milliseconds late they pass.
 */
export function createPacer(apartMs: number): (afterMs: number) => Promise<number> {
  let passedAt = Number.NEGATIVE_INFINITY;
  return async (afterMs) => {
    const dueAt = performance.now() + afterMs;
    let restMs = Math.max(afterMs, passedAt + apartMs - performance.now());
    while (restMs > 0) {
      await sleep(restMs);
      restMs = passedAt + apartMs - performance.now();
    }
    passedAt = performance.now();
    return passedAt - dueAt;
  };
}
