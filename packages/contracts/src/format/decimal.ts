const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A plain decimal string taken apart; `fraction` has no trailing zeros. */
export type DecimalParts = { readonly negative: boolean; readonly whole: string; readonly fraction: string };

/**
 * Takes a decimal string of the API apart without going through a binary float.
 * Throws RangeError for anything but digits with an optional sign and fraction.
 */
export function decimalParts(decimal: string): DecimalParts {
  const match = DECIMAL.exec(decimal);
  if (match === null) throw new RangeError(`Not a plain decimal: "${decimal}"`);
  const whole = (match[2] ?? "0").replace(/^0+(?=\d)/, "");
  const fraction = (match[3] ?? "").replace(/0+$/, "");
  return { negative: match[1] === "-" && `${whole}${fraction}` !== "0", whole, fraction };
}

/** Rounds a decimal string half up (by magnitude) to `digits` places, which are all kept: ("9.95", 1) → "10.0". */
export function roundHalfUp(decimal: string, digits: number): string {
  const { negative, whole, fraction } = decimalParts(decimal);
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  const rounded = kept + (Number(fraction[digits] ?? "0") >= 5 ? 1n : 0n);
  const text = rounded.toString().padStart(digits + 1, "0");
  const sign = negative && rounded !== 0n ? "-" : "";
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
