/** Line breaks of every kind, with adjacent whitespace. */
const BREAKS = /[^\S\n\r]*[\n\r\v\f\u0085\u2028\u2029]+\s*/g;

/** Text on one line: line breaks become spaces. */
export const oneLine = (text: string): string => text.trim().replace(BREAKS, " ");
