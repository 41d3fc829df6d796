/** Phones as people write them: of Russia with or without its code, of other countries, of a city. */
const PHONE =
  /(?:\+7|(?<![\d.,-])8)?[\s(.-]*(?<![\d.,])[3489]\d{2}[\s).-]*\d{3}[\s.-]?\d{2}[\s.-]?\d{2}(?![\d.])|\+\d[\d\s().-]{6,16}\d|(?<![\d.,-])\d{3}-\d{2}-\d{2}(?![\d-])/g;
const MONEY =
  /\d[\d\s.,]*\s*(?:тыс\.?|млн\.?|млрд\.?)?\s*(?:₽|руб(?:\.|л[а-яё]+)?|р\.(?![а-яё])|RUB\b|roubles?)/giu;

/** Words that people typed, for a chat of the object: without phones and sums of money. */
export const forGroup = (words: string): string =>
  words
    .replace(MONEY, "…")
    .replace(PHONE, " …")
    .replaceAll(/ {2,}…/g, " …")
    .trim();
