const segmenter = new Intl.Segmenter("ru", { granularity: "grapheme" });

/** The characters of a text as people see them: a joined emoji, or a letter with its marks, is one. */
export const charactersOf = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** The first character of a text, or an empty text. */
export function firstCharacter(text: string): string {
  for (const { segment } of segmenter.segment(text)) return segment;
  return "";
}

/** The beginning of a text, at most `most` UTF-16 units long and cut between characters. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  // Somewhat more than needed, since the character at the border may be a long one.
  let end = 0;
  for (const { index, segment } of segmenter.segment(text.slice(0, most + 64))) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** Shortens a text to at most `most` UTF-16 units, with «…» at the end of a shortened one. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${cutText(text, most - 1).trimEnd()}…`;
