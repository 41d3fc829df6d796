import { fitsUnit, trimDecimal, type AnyUnit } from "@stsphera/contracts";
import { joinThousands } from "@stsphera/contracts/format";
import { big } from "@stsphera/core/calculation";

export type BadQuantity = "text" | "half" | "zero" | "negative" | "too_much";
export type ReadQuantity = { ok: true; quantity: string } | { ok: false; bad: BadQuantity };

/** Units as people type them on a phone, after the number. */
const UNIT_WORDS: Readonly<Record<AnyUnit, string>> = {
  шт: "шт|штук[аи]?|pcs?|pieces?",
  "м.п.": "м|м\\.?\\s*п|п\\.?\\s*м|пог(?:онн[а-я]+)?\\.?\\s*м(?:етр[а-я]*)?|метр[а-я]*|m|lin\\.?\\s*m",
  "м²": "м|м\\s*\\^?[2²]|кв\\.?\\s*м(?:етр[а-я]*)?|м\\.?\\s*кв|(?:кв[а-я]*\\s*)?метр[а-я]*|m\\s*\\^?[2²]?|sq\\.?\\s*m",
  "м³": "м|м\\s*\\^?[3³]|куб[а-я]*\\.?\\s*м?(?:етр[а-я]*)?|m\\s*\\^?[3³]?",
  кг: "кг|килограмм[а-я]*|kgs?",
  т: "т|тн|тонн[а-я]*|t|tons?",
  "компл.": "компл|комплект[а-я]*|sets?",
  смена: "см|смен[а-я]*|shifts?",
  этаж: "эт|этаж(?:а|ей)?|floors?",
};

const NUMBER = /^([-−–+]?)(\d+(?:[.,]\d+)?)$/;
const MAX_DIGITS = 9;

/** True for more than the limit, where there is one. */
export const isTooMuch = (quantity: string, most: string | undefined): boolean =>
  most !== undefined && big(quantity).gt(most);

/**
 * Parses a typed quantity: comma or dot, spaces between thousands, an optional unit; invisible characters of pasted
 * text do not count. Returns a plain decimal or the error.
 */
export function readQuantity(text: string, { unit, most }: { unit: AnyUnit; most?: string }): ReadQuantity {
  const visible = text.replace(/\p{Cf}/gu, "").trim();
  const bare = visible.replace(new RegExp(`\\s*(?:${UNIT_WORDS[unit]})\\.?$`, "iu"), "");
  const match = NUMBER.exec(joinThousands(bare));
  if (match === null) return { ok: false, bad: "text" };
  const sign = match[1] ?? "";
  const quantity = trimDecimal((match[2] ?? "").replace(",", "."));
  if (quantity === "0") return { ok: false, bad: "zero" };
  if (sign !== "" && sign !== "+") return { ok: false, bad: "negative" };
  const [whole = "", fraction = ""] = quantity.split(".");
  if (whole.length > MAX_DIGITS) return { ok: false, bad: "too_much" };
  if (!fitsUnit(quantity, unit)) return { ok: false, bad: "half" };
  if (fraction.length > 3) return { ok: false, bad: "text" };
  return isTooMuch(quantity, most) ? { ok: false, bad: "too_much" } : { ok: true, quantity };
}
