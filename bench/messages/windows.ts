/** The most moments (ms, ascending) that any window of `windowMs` holds. */
export function mostInWindow(moments: readonly number[], windowMs: number): number {
  let most = 0;
  let first = 0;
  for (const [last, moment] of moments.entries()) {
    while ((moments[first] ?? 0) <= moment - windowMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** The number of moments (ms, ascending) that found a bucket of `size` empty which gets one more every `refillMs`. */
export function overBucket(moments: readonly number[], size: number, refillMs: number): number {
  let tokens = size;
  let at = moments[0] ?? 0;
  let over = 0;
  for (const moment of moments) {
    tokens = Math.min(size, tokens + (moment - at) / refillMs);
    at = moment;
    if (tokens < 1) over += 1;
    else tokens -= 1;
  }
  return over;
}
