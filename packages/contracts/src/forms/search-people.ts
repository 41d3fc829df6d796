const folded = (text: string): string => text.normalize("NFC").toLocaleLowerCase("ru").replaceAll("ё", "е");

const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/\s+/)
    .filter((word) => word !== "");

/** Endings of Russian names in all cases, the longest first: Белов-у, Климов-ой, Ланск-ую, Серге-ем, Лобод-ы. */
const ENDINGS = "ого ому ыми ими ой ою ей ею ый ий ым им ом ем ую юю ая яя а я у ю е ы и о й ь".split(" ");
const SHORTEST_STEM = 2;

/** A word without the ending of its case; the word itself where too little would remain. */
function stemOf(word: string): string {
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** How one typed word is looked for: as a part of the name, or as one of its words in any case. */
export type NameSearch = {
  /** Lower case, «ё» as «е». */
  readonly part: string;
  /** A regular expression (of JavaScript and of PostgreSQL) for the folded name between spaces; null if it is no word. */
  readonly word: string | null;
};

/** The typed words of a search for a person: a name has to have each of them, in any order. */
export function nameSearches(search: string): NameSearch[] {
  return wordsOf(search).map((part) => {
    const stem = stemOf(part);
    return { part, word: /^[\p{L}-]+$/u.test(stem) ? ` ${stem}(${ENDINGS.join("|")})? ` : null };
  });
}

/**
 * True when the name contains every typed word, in any order, case of letters and case of grammar («белову», «Белова»
 * find Белов), with «ё» equal to «е», composed or decomposed.
 */
export function nameHas(fullName: string, search: string): boolean {
  const name = ` ${wordsOf(fullName).join(" ")} `;
  return nameSearches(search).every(
    ({ part, word }) => name.includes(part) || (word !== null && new RegExp(word, "u").test(name)),
  );
}
