import { type Decimal, decimalParts, trimmed } from "./decimal.ts";

/**
 * A quantity as an integer of thousandths, the precision of `numeric(18,3)`, for exact addition and comparison of
 * typed values.
 */
export type Milli = number;

/** Thousandths of a plain decimal; further places are truncated. Throws RangeError for anything else. */
export function toMilli(decimal: Decimal): Milli {
  const { negative, whole, fraction } = decimalParts(decimal);
  const size = Number(whole + fraction.slice(0, 3).padEnd(3, "0"));
  return negative ? -size : size;
}

/** The plain decimal of thousandths, without trailing zeros. */
export function fromMilli(milli: Milli): Decimal {
  const digits = String(Math.abs(milli)).padStart(4, "0");
  return trimmed(`${milli < 0 ? "-" : ""}${digits.slice(0, -3)}.${digits.slice(-3)}`);
}
