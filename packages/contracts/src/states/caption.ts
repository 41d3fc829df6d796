import type { Locale } from "../vocabulary.ts";
import type { statesRu } from "./ru.ts";

export type Key = keyof typeof statesRu;
type OwnerIn<K> = K extends `state.${infer Owner}.${string}` ? Owner : never;
type StateIn<K, O extends string> = K extends `state.${O}.${infer State}` ? State : never;

/** Entities with states: `task`, `object`. */
export type StateOwner = OwnerIn<Key>;

export type StateCaptions = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

/** Captions of states from both dictionaries; the app brings its own, as English arrives there when it is chosen. */
export const captionsFrom =
  (captions: StateCaptions) =>
  <O extends StateOwner>(owner: O, state: StateIn<Key, O>, locale: Locale): string =>
    captions[locale][`state.${owner}.${state}` as Key];
