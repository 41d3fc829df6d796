import { nameSearches } from "@stsphera/contracts/forms";

const FORMAT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** SQL of an instant in the API format: UTC with milliseconds. */
export const instantText = (value: string) => `to_char(${value} at time zone 'UTC', ${FORMAT})`;

/** SQL of the day of an object at an instant: a day starts at the object's own hour. */
export const dayText = (instant: string, object = "o") =>
  `((${instant} at time zone ${object}.time_zone) - ${object}.day_cutoff)::date`;

/** SQL of a person in the API format, for the alias of a `users` row. */
export const personRow = (user: string) =>
  `json_build_object('id', ${user}.id, 'fullName', ${user}.full_name)`;

/** SQL of a person in the API format by an id expression; null when the id is null. */
export const personJson = (userId: string) =>
  `(select ${personRow("u")} from users u where u.id = ${userId})`;

const folded = (text: string) => `translate(lower(${text} collate "ru-x-icu"), 'ё', 'е')`;

/** SQL of a case-insensitive substring search; ё and е are treated as equal. */
export const textHas = (text: string, search: string): string =>
  `position(${folded(search)} in ${folded(text)}) > 0`;

/** Every number of words is a statement of its own, and names have no more. */
const MAX_WORDS = 4;

/**
 * SQL conditions of a search for people by name, one a typed word: a part of the name, or one of its words in any case.
 * `asked` adds a parameter to the statement.
 */
export const nameFound = (
  name: string,
  search: string,
  asked: (value: string, type: "text") => string,
): string[] =>
  nameSearches(search)
    .slice(0, MAX_WORDS)
    .map(({ part, word }) => {
      const found = textHas(name, asked(part, "text"));
      return word === null ? found : `(${found} or ' ' || ${folded(name)} || ' ' ~ ${asked(word, "text")})`;
    });
