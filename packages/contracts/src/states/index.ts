import type { Locale } from "../vocabulary.ts";
import { statesEn } from "./en.ts";
import { statesRu } from "./ru.ts";

export { statesEn, statesRu };

const CAPTIONS: Readonly<Record<Locale, Readonly<Record<keyof typeof statesRu, string>>>> = {
  ru: statesRu,
  en: statesEn,
};

/** Entities with states: `task`, `object`. */
export type StateOwner = keyof typeof statesRu extends `state.${infer Owner}.${string}` ? Owner : never;
type StateOf<O extends StateOwner> =
  Extract<keyof typeof statesRu, `state.${O}.${string}`> extends `state.${O}.${infer S}` ? S : never;

/** The caption of a state: `stateCaption("task", "review", "ru")` is «На проверке». */
export const stateCaption = <O extends StateOwner>(owner: O, state: StateOf<O>, locale: Locale): string =>
  CAPTIONS[locale][`state.${owner}.${state}` as keyof typeof statesRu];
