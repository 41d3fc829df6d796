/**
 * Runs of whitespace, and the line breaks that may be in them. They are found in two steps, because one expression for
 * both would begin anew at every space: a text of a million spaces would hold the process for an hour.
 */
const SPACES = /[\s\u0085]+/g;
const BREAK = /[\n\r\v\f\u0085\u2028\u2029]/;

/**
 * Invisible characters that reorder, hide or split the text around them: controls, direction marks, zero widths. The
 * joiner inside an emoji is kept.
 */
const HIDDEN =
  /(?![\t\n\v\f\r\u0085])\p{Cc}|[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\u200d(?!\p{Extended_Pictographic})/gu;

/** Text without invisible characters, so that it is shown in its logical order. */
export const withoutHidden = (text: string): string => text.replace(HIDDEN, "");

/** Text on one line: line breaks become spaces, hidden characters go. */
export const oneLine = (text: string): string =>
  withoutHidden(text)
    .trim()
    .replace(SPACES, (run) => (BREAK.test(run) ? " " : run));
