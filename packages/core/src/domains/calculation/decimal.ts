import { type Decimal, divide, percentOf, roundHalfUp, trimmed } from "@stsphera/contracts/format";
import { Big } from "big.js";

// Sums and products use big.js; formatting, rounding and comparison of decimals are defined once, in contracts.
export { type Big, type Decimal, percentOf, roundHalfUp, trimmed };

export const decimal = (value: Big): Decimal => trimmed(value.toFixed());
export const big = (value: Decimal | number): Big => new Big(value);
export const minBig = (a: Big, b: Big): Big => (a.lt(b) ? a : b);
export const maxBig = (a: Big, b: Big): Big => (a.gt(b) ? a : b);

/** A quotient rounded half up to so many decimal places. Throws RangeError for a divisor of 0. */
export function quotient(value: Big, by: number, places: number): Decimal {
  const found = divide(value.toFixed(), String(by), places);
  if (found === null) throw new RangeError(`${value.toFixed()} divided by 0`);
  return found;
}

/** What remains of a plan; 0 when it is exceeded. */
export function remainingOf(plan: Decimal, fact: Decimal): Decimal {
  return decimal(maxBig(big(plan).minus(fact), big(0)));
}

/** Rounds up to a multiple of `step`. */
export function ceilTo(value: Big, step: Decimal): Big {
  return value.div(step).round(0, Big.roundUp).times(step);
}
