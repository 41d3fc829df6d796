import type { Locale } from "../vocabulary.ts";
import { statesEn } from "./en.ts";
import { statesRu } from "./ru.ts";

export { statesEn, statesRu };

const CAPTIONS: Readonly<Record<Locale, Readonly<Record<keyof typeof statesRu, string>>>> = {
  ru: statesRu,
  en: statesEn,
};

type Key = keyof typeof statesRu;
type OwnerIn<K> = K extends `state.${infer Owner}.${string}` ? Owner : never;
type StateIn<K, O extends string> = K extends `state.${O}.${infer State}` ? State : never;

/** Entities with states: `task`, `object`. */
export type StateOwner = OwnerIn<Key>;

/** The caption of a state: `stateCaption("task", "review", "ru")` is «На проверке». */
export const stateCaption = <O extends StateOwner>(
  owner: O,
  state: StateIn<Key, O>,
  locale: Locale,
): string => CAPTIONS[locale][`state.${owner}.${state}` as Key];
