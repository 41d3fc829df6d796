import { Big } from "big.js";

/** An exact decimal as it travels: a dot, no exponent, no trailing zeros. */
export type Decimal = string;

export const decimal = (value: Big): Decimal => value.toFixed();
export const big = (value: Decimal | number): Big => new Big(value);
export const minBig = (a: Big, b: Big): Big => (a.lt(b) ? a : b);
export const maxBig = (a: Big, b: Big): Big => (a.gt(b) ? a : b);

/** PostgreSQL's `numeric(18,3)` text without its trailing zeros. */
export const trimmed = (value: string): Decimal => decimal(big(value));

/** Part of a whole in per cent: one decimal, half up; a whole of 0 has no percentage. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | null {
  if (big(whole).eq(0)) return null;
  return decimal(big(part).times(100).div(whole).round(1, Big.roundHalfUp));
}

/** What is left of a plan; nothing when it is exceeded. */
export function remainingOf(plan: Decimal, fact: Decimal): Decimal {
  return decimal(maxBig(big(plan).minus(fact), big(0)));
}

/** Rounds up to a multiple of `step`. */
export function ceilTo(value: Big, step: Decimal): Big {
  return value.div(step).round(0, Big.roundUp).times(step);
}
