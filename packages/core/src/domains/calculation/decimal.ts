import { Big } from "big.js";

/** An exact decimal as it travels: a dot, no exponent, no trailing zeros. */
export type Decimal = string;

export const decimal = (value: Big): Decimal => value.toFixed();
export const big = (value: Decimal | number): Big => new Big(value);
export const minBig = (a: Big, b: Big): Big => (a.lt(b) ? a : b);
export const maxBig = (a: Big, b: Big): Big => (a.gt(b) ? a : b);

/** PostgreSQL's `numeric(18,3)` text without its trailing zeros. */
export const trimmed = (value: string): Decimal => decimal(big(value));

/** A class of its own for each number of places: big.js otherwise works out twenty of them first. */
const PLACES = { 1: Big(), 4: Big() };
for (const places of [1, 4] as const) {
  PLACES[places].DP = places;
  PLACES[places].RM = Big.roundHalfUp;
}

/** A quotient with so many decimals, half up. */
export function quotient(value: Big, by: Decimal | number, places: keyof typeof PLACES): Big {
  return new PLACES[places](value).div(by);
}

/** Part of a whole in per cent: one decimal, half up; a whole of 0 has no percentage. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | null {
  const tenths = tenthsOfPercent(part, whole);
  if (tenths !== null) return String(tenths / 10);
  if (big(whole).eq(0)) return null;
  return decimal(quotient(big(part).times(100), whole, 1));
}

/** Whole numbers below this stay exact in a double through the calculation of tenths of a per cent. */
const EXACT = Math.floor(Number.MAX_SAFE_INTEGER / 2001);

/**
 * The per cent in tenths, worked out in whole numbers: a screen of numbers asks for dozens of them, and big.js takes
 * thirty times as long. Null where a double would not be exact, for negative numbers and for a whole of 0.
 */
function tenthsOfPercent(part: Decimal, whole: Decimal): number | null {
  const unit = 10 ** Math.max(placesOf(part), placesOf(whole));
  const [x, y] = [Math.round(Number(part) * unit), Math.round(Number(whole) * unit)];
  if (!(x >= 0 && x <= EXACT && y > 0 && y <= EXACT)) return null;
  const doubled = 2000 * x + y;
  return (doubled - (doubled % (2 * y))) / (2 * y);
}

function placesOf(value: Decimal): number {
  const dot = value.indexOf(".");
  return dot < 0 ? 0 : value.length - dot - 1;
}

/** What is left of a plan; nothing when it is exceeded. */
export function remainingOf(plan: Decimal, fact: Decimal): Decimal {
  return decimal(maxBig(big(plan).minus(fact), big(0)));
}

/** Rounds up to a multiple of `step`. */
export function ceilTo(value: Big, step: Decimal): Big {
  return value.div(step).round(0, Big.roundUp).times(step);
}
