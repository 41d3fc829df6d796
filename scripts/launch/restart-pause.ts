const FIRST_MS = 500;
const LONGEST_MS = 10_000;
/** A process that ran this long (ms) did not fail at start, so its next crash counts as the first. */
const STEADY_MS = 5000;

/** Milliseconds before a service is restarted: doubling while it fails at start, short after it had worked. */
export function pauseAfter(lastPauseMs: number | undefined, ranMs: number): number {
  if (lastPauseMs === undefined || ranMs > STEADY_MS) return FIRST_MS;
  return Math.min(lastPauseMs * 2, LONGEST_MS);
}
