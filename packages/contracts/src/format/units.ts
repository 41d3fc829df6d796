import type { Locale } from "../vocabulary.ts";
import { formatQuantity } from "./numbers.ts";
import { plural } from "./plural.ts";

const NO_BREAK_SPACE = "\u00a0";

type Forms = Readonly<Record<"one" | "few" | "many" | "other", string>>;
const same = (text: string): Forms => ({ one: text, few: text, many: text, other: text });

/** Russian words after «из» and other words that ask for the genitive: «из 44 этажей», «из 21 этажа». */
const GENITIVE: Readonly<Record<string, Forms>> = {
  этаж: { one: "этажа", few: "этажей", many: "этажей", other: "этажа" },
  смена: { one: "смены", few: "смен", many: "смен", other: "смены" },
};

/** Unit names; whole words are inflected by number, abbreviations are not. */
const UNIT_FORMS: Readonly<Record<string, Readonly<Partial<Record<Locale, Forms>>>>> = {
  шт: { en: { ...same("pcs"), one: "pc" } },
  "м.п.": { en: same("lin. m") },
  "м²": { en: same("m²") },
  этаж: {
    ru: { one: "этаж", few: "этажа", many: "этажей", other: "этажа" },
    en: { ...same("floors"), one: "floor" },
  },
  "чел.": { en: { ...same("people"), one: "person" } },
  смена: {
    ru: { one: "смена", few: "смены", many: "смен", other: "смены" },
    en: { ...same("shifts"), one: "shift" },
  },
  ч: { en: same("h") },
  // In Russian these are written as they stand.
  "м³": { en: same("m³") },
  кг: { en: same("kg") },
  т: { en: same("t") },
  "компл.": { en: same("sets") },
};

/** A unit in a heading: «шт», «этаж»; in English "pcs", "floors". A company's own unit is shown as written. */
export function unitName(unit: string, locale: Locale): string {
  const forms = UNIT_FORMS[unit]?.[locale];
  if (forms === undefined) return unit;
  return locale === "ru" ? forms.one : forms.other;
}

/** A quantity with its unit after a no-break space: «12 шт», «1,5 смены». */
export function withUnit(decimal: string, unit: string, locale: Locale): string {
  const forms = UNIT_FORMS[unit]?.[locale];
  const form = forms === undefined ? unit : plural(Number(decimal), locale, forms);
  return `${formatQuantity(decimal, locale)}${NO_BREAK_SPACE}${form}`;
}

/** The second half of «39 из 44 этажей»: a quantity with its unit in the genitive; in English as it is. */
export function ofUnit(decimal: string, unit: string, locale: Locale): string {
  const genitive = locale === "ru" ? GENITIVE[unit] : undefined;
  if (genitive === undefined) return withUnit(decimal, unit, locale);
  return `${formatQuantity(decimal, locale)}${NO_BREAK_SPACE}${plural(Number(decimal), locale, genitive)}`;
}
