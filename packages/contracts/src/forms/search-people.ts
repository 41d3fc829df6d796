const folded = (text: string): string => text.normalize("NFC").toLocaleLowerCase("ru").replaceAll("ё", "е");

const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/\s+/)
    .filter((word) => word !== "");

/**
 * True when the name contains every typed word, in any order and case, with «ё» equal to «е», composed or decomposed.
 */
export function nameHas(fullName: string, search: string): boolean {
  const name = folded(fullName);
  return wordsOf(search).every((word) => name.includes(word));
}

/** The longest typed word, for queries that search one substring. */
export const longestWord = (search: string): string =>
  wordsOf(search).reduce((longest, word) => (word.length > longest.length ? word : longest), "");
