/** Fillers are letters to Unicode and blank on every screen. */
const LETTER = String.raw`(?![\u115f\u1160\u3164\uffa0])[\p{L}]`;
const SIGN = String.raw`(?:${LETTER}|['’.-])`;

/** First name and surname in letters, each with one that can be seen. */
export const PERSON_NAME = new RegExp(
  String.raw`^${LETTER}${SIGN}*(?:\s+(?=['’.-]*${LETTER})${SIGN}+)+$`,
  "u",
);

export const isPersonName = (name: string): boolean => PERSON_NAME.test(name);
