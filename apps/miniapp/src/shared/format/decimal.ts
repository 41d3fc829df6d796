const TYPED = /^\d{1,9}([.,]\d{1,3})?$/;
const PLAIN = /^(-?)(\d+)(?:\.(\d{1,3}))?\d*$/;

/** A quantity in whole thousandths, so that sums of decimal strings stay exact. */
export type Milli = number;

/** Thousandths of a plain decimal string of the API; more than three places are cut. */
export function toMilli(decimal: string): Milli {
  const match = PLAIN.exec(decimal);
  if (match === null) throw new RangeError(`Not a plain decimal: "${decimal}"`);
  const size = Number(match[2]) * 1000 + Number((match[3] ?? "").padEnd(3, "0"));
  return match[1] === "-" ? -size : size;
}

/** The plain decimal string of whole thousandths, without trailing zeros. */
export function fromMilli(milli: Milli): string {
  const size = Math.abs(milli);
  const fraction = String(size % 1000)
    .padStart(3, "0")
    .replace(/0+$/, "");
  const text = `${Math.floor(size / 1000)}${fraction === "" ? "" : `.${fraction}`}`;
  return milli < 0 ? `-${text}` : text;
}

/** What a person typed, comma or dot, spaces allowed; null when it is no quantity. Zero is a number here. */
export function typedMilli(text: string): Milli | null {
  const tight = text.replace(/[\s\u00a0\u202f]/g, "");
  return TYPED.test(tight) ? toMilli(tight.replace(",", ".")) : null;
}

/** Share of `part` in `whole` in per cent, one decimal half up, as a decimal string; null when the whole is 0. */
export function shareOf(part: Milli, whole: Milli): string | null {
  if (whole === 0) return null;
  return fromMilli(Math.round((part * 1000) / whole) * 100);
}

/** Difference of two decimal strings of the API. */
export function minus(left: string, right: string): string {
  return fromMilli(toMilli(left) - toMilli(right));
}
