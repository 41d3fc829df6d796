/** Line breaks of every kind, with the blanks around them. */
const BREAKS = /[^\S\n\r]*[\n\r\v\f\u0085\u2028\u2029]+\s*/g;

/** Words on one line: what stood on several is joined by a space. */
export const oneLine = (text: string): string => text.trim().replace(BREAKS, " ");
