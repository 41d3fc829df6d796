const FORMAT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** An instant as the API gives it: UTC, milliseconds. */
export const instantText = (value: string) => `to_char(${value} at time zone 'UTC', ${FORMAT})`;

/** A person as the API gives him, by the alias of his row in `users`. */
export const personRow = (user: string) =>
  `json_build_object('id', ${user}.id, 'fullName', ${user}.full_name)`;

/** The same by an expression of his id; null without one. */
export const personJson = (userId: string) =>
  `(select ${personRow("u")} from users u where u.id = ${userId})`;

const folded = (text: string) => `translate(lower(${text} collate "ru-x-icu"), 'ё', 'е')`;

/** Whether a text has in it what is looked for, whatever the case; ё may be typed as е. */
export const textHas = (text: string, search: string): string =>
  `position(${folded(search)} in ${folded(text)}) > 0`;
