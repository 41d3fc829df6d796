/** Median, minimum and maximum of some figures. */
export type Spread = { median: number; min: number; max: number };

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median =
    ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
  return { median, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

/** The median of `a` ÷ `b` per round, because a disturbance in a round affects both. */
export function ratioOf(a: readonly number[], b: readonly number[]): number {
  return spreadOf(a.map((value, round) => value / (b[round] ?? Number.NaN))).median;
}
