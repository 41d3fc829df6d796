import type { Locale } from "../../vocabulary.ts";
import { actsEn } from "./acts-en.ts";
import { actsRu } from "./acts-ru.ts";
import { FIELD_CAPTIONS, TECHNICAL_FIELDS } from "./fields.ts";
import { thingsEn, thingsRu } from "./things.ts";

/** What was done; a key is an action, or an action and the state it led to. */
export const ACTS: Readonly<Record<Locale, Readonly<Record<keyof typeof actsRu, string>>>> = {
  ru: actsRu,
  en: actsEn,
};

/** Kinds of things in the audit log, by entity type. */
export const THINGS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ru: thingsRu,
  en: thingsEn,
};

/** What was done, in words; an action without words is named as it is. */
export function actCaption(action: string, status: unknown, locale: Locale): string {
  const acts: Readonly<Record<string, string>> = ACTS[locale];
  return acts[`${action}.${String(status)}`] ?? acts[action] ?? action;
}

export const thingCaption = (entityType: string, locale: Locale): string =>
  THINGS[locale][entityType] ?? entityType;

/** The caption of a field; undefined for one without. */
export const fieldCaption = (field: string, locale: Locale): string | undefined =>
  FIELD_CAPTIONS[field]?.[locale === "ru" ? 0 : 1];

export const isTechnical = (field: string): boolean => TECHNICAL_FIELDS.includes(field);

export { statusCaption, valueCaption } from "./values.ts";
