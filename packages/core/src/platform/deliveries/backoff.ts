const FIRST_MS = 500;
const MAX_MS = 30_000;

/**
 * Milliseconds before the next attempt after `attempts` failures: doubles up to 30 seconds, randomized in the upper
 * half.
 */
export function backoffMs(attempts: number, random: () => number = Math.random): number {
  const whole = Math.min(MAX_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 16));
  return Math.round(whole / 2 + (whole / 2) * random());
}
