const FIRST_MS = 500;
const LONGEST_MS = 10_000;
/** A person who ran so long did not die of its own start: the next crash is a new one. */
const STEADY_MS = 5000;

/** Milliseconds before a service is started again: doubling while it dies at once, short after it had worked. */
export function pauseAfter(lastPauseMs: number | undefined, ranMs: number): number {
  if (lastPauseMs === undefined || ranMs > STEADY_MS) return FIRST_MS;
  return Math.min(lastPauseMs * 2, LONGEST_MS);
}
