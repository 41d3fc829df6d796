import type { Locale } from "../vocabulary.ts";
import { decimalParts, roundHalfUp } from "./decimal.ts";

const THIN_SPACE = "\u202f";
const MINUS = "\u2212";
const SEPARATORS = {
  ru: { group: THIN_SPACE, decimal: "," },
  en: { group: ",", decimal: "." },
} as const satisfies Record<Locale, { group: string; decimal: string }>;

/** Shown where there is no value. */
const NO_VALUE = "–";

function punctuate(decimal: string, fraction: string, locale: Locale): string {
  const { negative, whole } = decimalParts(decimal);
  const { group, decimal: point } = SEPARATORS[locale];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${negative ? MINUS : ""}${grouped}${fraction === "" ? "" : point + fraction}`;
}

/** Formats a quantity: «1 152», «12,5», «−2». Takes a decimal string; throws RangeError for anything else. */
export function formatQuantity(decimal: string, locale: Locale): string {
  return punctuate(decimal, decimalParts(decimal).fraction, locale);
}

/** Formats roubles: «1 240 000 ₽», with kopecks always two digits: «150 000,50 ₽». Takes a decimal string. */
export function formatMoney(decimal: string, locale: Locale): string {
  const { fraction } = decimalParts(decimal);
  return `${punctuate(decimal, fraction === "" ? "" : fraction.padEnd(2, "0"), locale)}\u00a0₽`;
}

/** Formats a difference with its sign: «+0,8», «−2», «0». */
export function formatSigned(decimal: string, locale: Locale): string {
  const text = formatQuantity(decimal, locale);
  return text === "0" || text.startsWith(MINUS) ? text : `+${text}`;
}

/**
 * Formats a percentage rounded half up to `digits` places: «60%», «59,4%». Null (a plan of 0) is «–». A number must
 * be finite; a string must be a plain decimal.
 */
export function formatPercent(value: string | number | null, digits: number, locale: Locale): string {
  if (value === null) return NO_VALUE;
  const decimal = typeof value === "number" ? plain(value) : value;
  const rounded = roundHalfUp(decimal, digits);
  return `${punctuate(rounded, rounded.split(".")[1] ?? "", locale)}%`;
}

function plain(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(6) : text;
}
