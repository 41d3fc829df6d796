/** Seven digits and more, as phones are written; a quantity or a number of a document is shorter. */
const PHONE = /(?:\+|\b)\d(?:[\s().-]*\d){6,14}\b/g;
const MONEY =
  /\d[\d\s.,]*\s*(?:тыс\.?|млн\.?|млрд\.?)?\s*(?:₽|руб(?:\.|л[а-яё]+)?|р\.(?![а-яё])|RUB\b|roubles?)/giu;

/** Words that people typed, for a chat of the object: without phones and sums of money. */
export const forGroup = (words: string): string => words.replace(MONEY, "…").replace(PHONE, "…");
