/** Between the digits of a phone: spaces, brackets, dots, dashes of every kind, characters without width. */
const GAP = String.raw`[\s().\-‐‑‒–—−\u00ad\u200b-\u200d\u2060\ufeff]`;
/** The same without dots, which stand in dates and floors. */
const SPACE = String.raw`[\s()/\-‐‑‒–—−\u00ad\u200b-\u200d\u2060\ufeff]{0,3}`;

/** Phones as people write them: of Russia with or without its code, of other countries, of a city. */
const PHONE = new RegExp(
  [
    String.raw`(?:\+7|(?<![\d.,-])8)?${GAP}*(?<![\d.,])[3489]\d{2}${GAP}*\d{3}${GAP}?\d{2}${GAP}?\d{2}(?![\d.])`,
    String.raw`(?<![\d.,-])(?:\+7|8)${SPACE}[3489](?:${SPACE}\d){9}(?![\d.])`,
    String.raw`(?<![\d.,-])[3489]\d{2}${SPACE}(?:\d{3}${SPACE}\d{2}${SPACE}\d{2}|\d{2}${SPACE}\d{3}${SPACE}\d{2}|\d{2}${SPACE}\d{2}${SPACE}\d{3})(?![\d.])`,
    String.raw`\+\d(?:\d|${GAP}){6,16}\d`,
    String.raw`(?<![\d.,-])\d{3}[-‐‑–]\d{2}[-‐‑–]\d{2}(?![\d-])`,
  ].join("|"),
  "g",
);

/**
 * Sums of money. A sum begins where digits begin, and its parts do not overlap: what people type, or make up to hold the
 * others up, is read once.
 */
const MONEY = new RegExp(
  [
    String.raw`[$€₽]\s?\d(?:[\s.,]?\d)*`,
    String.raw`(?<!\d)\d(?:[\s.,'’]{0,2}\d)*\s?(?:(?:тыс\.?|млн\.?|млрд\.?|k|к)\s?)?(?:[₽$€]|руб(?:\.|л[а-яё]+)?(?![а-яё])|р\.?(?![а-яёa-z\d])|RUB\b|rub(?:les?)?\b|roubles?|долл[а-яё.]*|евро(?![а-яё]))`,
    String.raw`(?<![а-яёa-z\d])(?:руб(?:лей)?|р)\.?\s?\d(?:[\s.,'’]{0,2}\d)*(?![\d.]*[а-яёa-z])`,
    String.raw`(?<!\d)\d(?:[\s.,'’]{0,2}\d)*\s?(?:млн|млрд|т\.?\s?р(?:уб)?)\.?(?![а-яё])`,
    String.raw`(?<!\d)\d(?:[\s.,'’]{0,2}\d)*\s?тыс\.?(?=\s*(?:$|[,;:!?)]))`,
  ].join("|"),
  "giu",
);

/** Words that people typed, for a chat of the object: without phones and sums of money. */
export const forGroup = (words: string): string =>
  words
    .replace(MONEY, "…")
    .replace(PHONE, " …")
    .replaceAll(/ {2,}…/g, " …")
    .trim();
