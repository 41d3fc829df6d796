import { big, type Decimal, quotient } from "./decimal.ts";

const SAMPLES = 1000;
/** With facts of fewer days there is no forecast. */
export const FEWEST_DAYS = 5;
const PACE_DAYS = 10;

/** Working days after today until the work is done; or why they cannot be computed. */
export type ForecastDays =
  | { days: number; p50: number; p80: number }
  | { reason: "too_few_days" | "no_pace" | "no_plan" | "done" };

/** Mean of the newest ten productive working days; input is newest first; null when empty. */
export function paceOf(productive: readonly Decimal[]): Decimal | null {
  const newest = productive.slice(0, PACE_DAYS);
  if (newest.length === 0) return null;
  const sum = newest.reduce((total, value) => total.plus(value), big(0));
  return quotient(sum, newest.length, 4);
}

/**
 * Forecast by pace: remaining ÷ pace, rounded up; P50 and P80 from `SAMPLES` bootstrap runs over the last twenty
 * working
 * days including idle ones, with a seeded generator, so that repeated calls on one day give the same answer.
 * @param remaining remaining work, in the unit of `recent`
 * @param productive sums of productive working days, newest first
 * @param recent sums of the last twenty working days, idle ones as 0
 */
export function forecastDays(
  remaining: Decimal,
  productive: readonly Decimal[],
  recent: readonly Decimal[],
  seed: number,
): ForecastDays {
  if (big(remaining).lte(0)) return { reason: "done" };
  if (productive.length < FEWEST_DAYS) return { reason: "too_few_days" };
  const pace = paceOf(productive);
  if (pace === null || big(pace).lte(0) || recent.every((value) => big(value).lte(0)))
    return { reason: "no_pace" };
  const days = Number(big(remaining).div(pace).round(0, 3).toFixed());
  return { days, ...percentiles(Number(remaining), recent.map(Number), seed) };
}

type Percentiles = { p50: number; p80: number };

/**
 * The sampling is the most expensive part of a dashboard and unchanged until the next entry, so recent results are
 * cached.
 */
const known = new Map<string, Percentiles>();
const KEPT = 500;

function percentiles(rest: number, recent: readonly number[], seed: number): Percentiles {
  const key = `${seed} ${rest} ${recent.join()}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const walks = bootstrap(rest, recent, seed);
  const made = { p50: walks[SAMPLES / 2 - 1] ?? Number.NaN, p80: walks[SAMPLES * 0.8 - 1] ?? Number.NaN };
  const [oldest] = known.keys();
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
  known.set(key, made);
  return made;
}

/** Sorted lengths of the runs. Random sampling needs no exact decimals: binary floats are precise enough. */
function bootstrap(rest: number, recent: readonly number[], seed: number): number[] {
  const random = mulberry32(seed);
  const lengths: number[] = [];
  for (let walk = 0; walk < SAMPLES; walk += 1) {
    let left = rest;
    let days = 0;
    while (left > 1e-9 && days < 5000) {
      left -= recent[Math.floor(random() * recent.length)] ?? 0;
      days += 1;
    }
    lengths.push(days);
  }
  return lengths.sort((a, b) => a - b);
}

/** A small seeded generator (Tommy Ettinger's mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
