import type { Locale } from "@stsphera/contracts/vocabulary";

export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
const rules = { ru: new Intl.PluralRules("ru"), en: new Intl.PluralRules("en") };

/** The form of a word for a number: `plural(3, "ru", { one: "строка", few: "строки", other: "строк" })`. */
export function plural(count: number, locale: Locale, forms: Forms): string {
  return forms[rules[locale].select(count)] ?? forms.other;
}
