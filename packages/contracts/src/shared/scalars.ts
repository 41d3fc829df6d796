import { z } from "zod";
import { joinThousands } from "../format/join-thousands.ts";
import { type AnyUnit, UNITS, WHOLE_UNITS } from "../vocabulary.ts";
import { oneLine, withoutHidden } from "./one-line.ts";

const QUANTITY_INPUT = /^\d{1,9}([.,]\d{1,3})?$/;

/** A typed positive quantity: spaces allowed, comma or dot, at most 9 + 3 digits. Output is a decimal with a dot. */
export const quantityInput = z
  .string()
  .transform(joinThousands)
  .refine((text) => QUANTITY_INPUT.test(text), { error: "quantity_format" })
  .transform((text) => trimDecimal(text.replace(",", ".")))
  .refine((text) => text !== "0", { error: "quantity_zero" })
  .meta({ description: 'Decimal string greater than 0, e.g. "12.5" or "12,5"', example: "12.5" });

/** A typed amount of money: up to 15 digits and kopecks. */
export const moneyInput = z
  .string()
  .transform((text) => joinThousands(text).replace(",", "."))
  .refine((text) => /^\d{1,15}(\.\d{1,2})?$/.test(text), { error: "money_format" })
  .meta({ description: "Roubles as a decimal string", example: "302400000.00" });

/** A decimal string in API format: a dot, no exponent, no trailing zeros. */
export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ id: "Decimal", example: "12.5" });

/** A percentage with one decimal, or null for a plan of 0. */
export const percent = decimal.nullable();

/** A local calendar day of the years 2000 to 2100. */
export const day = z.iso
  .date()
  .refine((text) => text >= "2000-01-01" && text <= "2100-12-31", { error: "day_range" })
  .meta({ id: "Day", example: "2026-09-10" });

/** An instant in UTC. */
export const instant = z.iso
  .datetime({ precision: 3 })
  .meta({ id: "Instant", example: "2026-09-10T14:05:00.000Z" });

export const id = z.int().positive().max(2_147_483_647).meta({ id: "Id" });
export const version = z.int().positive().meta({ description: "The version the change is based on" });
export const unit = z.enum(UNITS);
/**
 * Invisible characters: controls, zero-width characters, fillers. Text of these alone is unreadable and cannot be a
 * button caption.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\s\u115f\u1160\u2800\u3164\uffa0]/gu;

/**
 * True for text with at least so many visible characters: an emoji counts as one, though it has two or more code
 * units.
 */
export const isLegible = (words: string, least = 1): boolean =>
  [...words].length >= least && words.replace(UNSEEN, "") !== "";

const legible = (minimum: number) => (words: z.core.ParsePayload<string>) => {
  const { value, issues } = words;
  if (issues.length > 0 || isLegible(value, minimum)) return;
  issues.push({ code: "too_small", origin: "string", minimum, inclusive: true, input: value });
};

/** Text shown on one line of a card: a line break in it would add a line. */
export const singleLine = (most: number) => z.string().overwrite(oneLine).max(most);

/** A required line; its absence is refused with the given rule. */
const requiredLine = (rule: string) =>
  z.string({ error: ({ input }) => (input === undefined ? rule : undefined) }).overwrite(oneLine);

/** A reason of at least 5 characters; its absence is refused with the given rule. */
export const reasonOf = (rule: string) => requiredLine(rule).min(5).max(1000).check(legible(5));
export const reason = reasonOf("reason_required");
export const title = z.string().overwrite(oneLine).min(1).max(200).check(legible(1));
/** A short single line that is shown on buttons and cards: a code, a name. */
export const shortLine = (least: number, most: number) =>
  z.string().overwrite(oneLine).min(least).max(most).check(legible(least));
export const note = z.string().overwrite(withoutHidden).trim().max(2000);

/** Removes leading and trailing zeros from a plain decimal. */
export function trimDecimal(text: string): string {
  const [whole = "0", fraction = ""] = text.split(".");
  const cleanWhole = whole.replace(/^0+(?=\d)/, "");
  const cleanFraction = fraction.replace(/0+$/, "");
  return cleanFraction === "" ? cleanWhole : `${cleanWhole}.${cleanFraction}`;
}

/** True when a quantity is valid in this unit: pieces and floors are whole. */
export function fitsUnit(quantity: string, inUnit: AnyUnit): boolean {
  return !WHOLE_UNITS.includes(inUnit) || !quantity.includes(".");
}
