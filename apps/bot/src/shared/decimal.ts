import { roundHalfUp } from "@stsphera/contracts/format";

const DIGITS = 3;
const ONE = 10n ** BigInt(DIGITS);

/** A quantity in thousandths: exact, as quantities have three digits at most. */
function thousandths(decimal: string): bigint {
  return BigInt(roundHalfUp(decimal, DIGITS).replace(".", ""));
}

function written(value: bigint): string {
  const sign = value < 0n ? "-" : "";
  const size = value < 0n ? -value : value;
  const fraction = String(size % ONE)
    .padStart(DIGITS, "0")
    .replace(/0+$/, "");
  return `${sign}${size / ONE}${fraction === "" ? "" : `.${fraction}`}`;
}

/** a + b of two quantities in one unit. */
export const add = (a: string, b: string): string => written(thousandths(a) + thousandths(b));
/** a − b of two quantities in one unit. */
export const subtract = (a: string, b: string): string => written(thousandths(a) - thousandths(b));
/** Below, equal or above zero as a is below, equal or above b. */
export const compare = (a: string, b: string): number => Number(thousandths(a) - thousandths(b));

/** Per cent of a quantity with one decimal, half up; null of a whole of 0. */
export function percentOf(part: string, whole: string): string | null {
  const base = thousandths(whole);
  if (base === 0n) return null;
  const scaled = (thousandths(part) * 100_000n) / base;
  return roundHalfUp(`${scaled / 1000n}.${String(scaled % 1000n).padStart(3, "0")}`, 1);
}
