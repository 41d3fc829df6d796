import type { ApprovalKind } from "../vocabulary.ts";

/** What a row is about: a day in words, empty where it has none, and a number of entries. */
export type WaitingAbout = { readonly day: string; readonly count: number };

/** The words of a kind of waiting decision, wherever it is shown. */
export type KindWords = {
  /** What the reader is to do with several, before their number: on the dashboard, in the morning card. */
  readonly todo: string;
  /** In a filter, and in a line of counts: «Факт», «факт 4». */
  readonly short: string;
  /** What one of them is, in its row. */
  readonly what: string | ((about: WaitingAbout) => string);
};

/** One entry a kind: the compiler names a kind that has none. */
export type WaitingWords = Readonly<Record<ApprovalKind, KindWords>>;

/** What waits, in its row. */
export const whatWaits = ({ what }: KindWords, about: WaitingAbout): string =>
  typeof what === "string" ? what : what(about);

/** A caption inside a line: «Доп. работы» → «доп. работы», «ГПР» as it is. */
export const insideLine = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.slice(0, 1).toLocaleLowerCase() + text.slice(1);
