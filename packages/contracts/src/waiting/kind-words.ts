import type { ApprovalKind } from "../vocabulary.ts";

/** What a row is about: a day in words, empty where it has none, and a number of entries. */
export type WaitingAbout = { readonly day: string; readonly count: number };

/** The words of one thing that waits. */
export type RowWords = {
  /** In a filter, and in a line of counts: «Факт», «факт 4». */
  readonly short: string;
  /** What it is, in its row. */
  readonly what: string | ((about: WaitingAbout) => string);
};

/** What the reader is to do with several, before their number. The compiler names a kind that has no words. */
export type WaitingTodo = Readonly<Record<ApprovalKind, string>>;
export type WaitingRows = Readonly<Record<ApprovalKind, RowWords>>;

/** What waits, in its row. */
export const whatWaits = ({ what }: RowWords, about: WaitingAbout): string =>
  typeof what === "string" ? what : what(about);

/** A caption inside a line: «Доп. работы» → «доп. работы», «ГПР» as it is. */
export const insideLine = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.slice(0, 1).toLocaleLowerCase() + text.slice(1);
