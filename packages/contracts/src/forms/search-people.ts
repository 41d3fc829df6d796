const folded = (text: string): string => text.normalize("NFC").toLocaleLowerCase("ru").replaceAll("ё", "е");

const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/\s+/)
    .filter((word) => word !== "");

/** True when the name has every word that was typed: in any order and case, «ё» or «е», composed or not. */
export function nameHas(fullName: string, search: string): boolean {
  const name = folded(fullName);
  return wordsOf(search).every((word) => name.includes(word));
}

/** The longest word that was typed: what a query that looks for one piece of text is asked with. */
export const longestWord = (search: string): string =>
  wordsOf(search).reduce((longest, word) => (word.length > longest.length ? word : longest), "");
