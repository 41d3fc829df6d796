export type Rate = { perSecond: number; burst: number };

export type TokenBuckets = {
  /** Takes one token of the key's bucket, or so many: 0, or the seconds to wait, rounded up. */
  take(key: string | number, tokens?: number): number;
};

type Bucket = { tokens: number; at: number };

/** Number of buckets at which full ones are removed. */
const SWEEP_AT = 10_000;

/** In-memory token buckets on a monotonic clock; `seconds` reads that clock. */
export function createTokenBuckets(rate: Rate, seconds = () => performance.now() / 1000): TokenBuckets {
  const buckets = new Map<string | number, Bucket>();

  const filled = (bucket: Bucket, now: number) =>
    Math.min(rate.burst, bucket.tokens + (now - bucket.at) * rate.perSecond);

  function sweep(now: number): void {
    for (const [key, bucket] of buckets) if (filled(bucket, now) >= rate.burst) buckets.delete(key);
  }

  return {
    take(key, wanted = 1) {
      const now = seconds();
      const bucket = buckets.get(key) ?? { tokens: rate.burst, at: now };
      const tokens = filled(bucket, now);
      if (buckets.size >= SWEEP_AT && !buckets.has(key)) sweep(now);
      const taken = tokens >= wanted;
      buckets.set(key, { tokens: taken ? tokens - wanted : tokens, at: now });
      return taken ? 0 : Math.max(1, Math.ceil((wanted - tokens) / rate.perSecond));
    },
  };
}
