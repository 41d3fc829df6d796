import type { Locale } from "@stsphera/contracts/vocabulary";
import { createInstance } from "i18next";
import { sharedEn } from "./locales/en/index.ts";
import { sharedRu } from "./locales/ru/index.ts";

/** Texts of one language by flat key; keys with plural forms end in `_one`, `_few`, `_many`, `_other`. */
export type Texts = Readonly<Record<string, string>>;

type PluralSuffix = "one" | "few" | "many" | "other";

/** Key of a text without its plural suffix. */
export type TextKey<T extends Texts> = {
  [K in keyof T & string]: K extends `${infer Stem}_${PluralSuffix}` ? Stem : K;
}[keyof T & string];

/** Values of the `{name}` placeholders; `count` chooses the plural form. */
type TextValues = Readonly<Record<string, string | number>>;

export type Translator<K extends string> = (key: K, values?: TextValues) => string;

const PLURAL = /_(?:one|few|many|other)$/;

/**
 * Makes translators from the texts of both languages; English must have the keys of Russian. The result is plain
 * text: values are inserted verbatim, and the message template escapes the whole. Throws for a missing text or value.
 */
export function createTranslators<const R extends Texts>(
  ru: R,
  en: Texts,
): (locale: Locale) => Translator<TextKey<R>> {
  const stems = new Set(Object.keys(ru).map((key) => key.replace(PLURAL, "")));
  const engine = createInstance();
  void engine.init({
    initAsync: false,
    lng: "ru",
    fallbackLng: "ru",
    resources: { ru: { translation: ru }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    returnNull: false,
    interpolation: { prefix: "{", suffix: "}", escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: (text: string, match: RegExpExecArray) => {
      throw new Error(`No value for ${match[0]} in "${text}"`);
    },
  });
  const translatorOf = (locale: Locale): Translator<TextKey<R>> => {
    const translate = engine.getFixedT(locale);
    return (key, values = {}) => {
      if (!stems.has(key)) throw new Error(`No text "${key}"`);
      return translate(key, { ...values });
    };
  };
  const translators = { ru: translatorOf("ru"), en: translatorOf("en") };
  return (locale) => translators[locale];
}

export type SharedKey = TextKey<typeof sharedRu>;

/** Texts shared by bot and scheduler: captions of states, roles and reasons, and the notifications. */
export const translator = createTranslators(sharedRu, sharedEn);
