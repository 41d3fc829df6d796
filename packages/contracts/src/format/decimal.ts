/**
 * Exact decimals as text: the one place where they are normalized, compared, subtracted, divided and rounded, for
 * core, Mini App and bot. Rounding is half up, away from zero, like PostgreSQL's `round(numeric)`: 12.25 → 12.3 and
 * −12.25 → −12.3, so that lag and lead of equal size look the same. Zero has no sign.
 */
export type Decimal = string;

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The parts of a plain decimal; `whole` has no leading zeros, `fraction` no trailing ones. */
export type DecimalParts = { readonly negative: boolean; readonly whole: string; readonly fraction: string };

/** Parses a decimal. Throws RangeError for anything but digits with an optional sign and fraction. */
export function decimalParts(decimal: string): DecimalParts {
  const match = PLAIN.exec(decimal);
  if (match === null) throw new RangeError(`Not a plain decimal: "${decimal}"`);
  const [, sign, digits = "0", after = ""] = match;
  const whole = digits.startsWith("0") ? digits.replace(/^0+(?=\d)/, "") : digits;
  const fraction = after.endsWith("0") ? after.replace(/0+$/, "") : after;
  return { negative: sign === "-" && (whole !== "0" || fraction !== ""), whole, fraction };
}

/** The same number without superfluous zeros: "012.500" → "12.5", "-0.0" → "0". */
export function trimmed(decimal: string): Decimal {
  const { negative, whole, fraction } = decimalParts(decimal);
  return `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Rounds half up to exactly `digits` places: ("9.95", 1) → "10.0". */
export function roundHalfUp(decimal: string, digits: number): Decimal {
  const parts = decimalParts(decimal);
  const places = Math.max(digits, parts.fraction.length);
  return toText(rounded(toUnits(parts, places), 10n ** BigInt(places - digits)), digits);
}

/** A quotient rounded half up to `digits` places, without trailing zeros; null when `by` is 0. */
export function divide(value: Decimal, by: Decimal, digits: number): Decimal | null {
  const { left, right } = aligned(value, by);
  return right === 0n ? null : trimmed(toText(rounded(left * 10n ** BigInt(digits), right), digits));
}

/** Percentage with one decimal, rounded half up: "12.3" or "59"; null for a whole of 0. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | null {
  const { left, right } = aligned(part, whole);
  return right === 0n ? null : trimmed(toText(rounded(left * 1000n, right), 1));
}

/** Negative, 0 or positive if the left one is smaller, equal or greater; for sorting and comparisons. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const { left: a, right: b } = aligned(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Difference of two decimals, without trailing zeros. */
export function subtract(left: Decimal, right: Decimal): Decimal {
  const { left: a, right: b, places } = aligned(left, right);
  return trimmed(toText(a - b, places));
}

/** Both as integers in units of the last place of either. */
function aligned(left: Decimal, right: Decimal): { left: bigint; right: bigint; places: number } {
  const [a, b] = [decimalParts(left), decimalParts(right)];
  const places = Math.max(a.fraction.length, b.fraction.length);
  return { left: toUnits(a, places), right: toUnits(b, places), places };
}

function toUnits({ negative, whole, fraction }: DecimalParts, places: number): bigint {
  const size = BigInt(whole + fraction.padEnd(places, "0"));
  return negative ? -size : size;
}

const sizeOf = (units: bigint): bigint => (units < 0n ? -units : units);

function toText(units: bigint, places: number): string {
  const digits = sizeOf(units)
    .toString()
    .padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return units < 0n ? `-${text}` : text;
}

/** The integer quotient, rounded half up away from zero. */
function rounded(value: bigint, by: bigint): bigint {
  const [size, unit] = [sizeOf(value), sizeOf(by)];
  const quotient = (2n * size + unit) / (2n * unit);
  return value < 0n === by < 0n ? quotient : -quotient;
}
