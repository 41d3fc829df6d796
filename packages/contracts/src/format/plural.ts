import type { Locale } from "../vocabulary.ts";

/** Words by plural category; `other` stands for those that are not named. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

const rules = { ru: new Intl.PluralRules("ru"), en: new Intl.PluralRules("en") };

/** The form of a word for a number: `plural(3, "ru", { one: "строка", few: "строки", other: "строк" })`. */
export function plural(count: number, locale: Locale, forms: PluralForms): string {
  return forms[rules[locale].select(count)] ?? forms.other;
}
