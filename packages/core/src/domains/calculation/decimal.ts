import { type Decimal, divide, percentOf, roundHalfUp, trimmed } from "@stsphera/contracts/format";
import { Big } from "big.js";

// Sums and products are big.js; how a decimal is written, rounded and compared is said once, in contracts.
export { type Decimal, percentOf, roundHalfUp, trimmed };

export const decimal = (value: Big): Decimal => trimmed(value.toFixed());
export const big = (value: Decimal | number): Big => new Big(value);
export const minBig = (a: Big, b: Big): Big => (a.lt(b) ? a : b);
export const maxBig = (a: Big, b: Big): Big => (a.gt(b) ? a : b);

/** A quotient with so many decimals, half up. Throws RangeError for a divisor of 0. */
export function quotient(value: Big, by: number, places: number): Decimal {
  const found = divide(value.toFixed(), String(by), places);
  if (found === null) throw new RangeError(`${value.toFixed()} divided by 0`);
  return found;
}

/** What is left of a plan; nothing when it is exceeded. */
export function remainingOf(plan: Decimal, fact: Decimal): Decimal {
  return decimal(maxBig(big(plan).minus(fact), big(0)));
}

/** Rounds up to a multiple of `step`. */
export function ceilTo(value: Big, step: Decimal): Big {
  return value.div(step).round(0, Big.roundUp).times(step);
}
