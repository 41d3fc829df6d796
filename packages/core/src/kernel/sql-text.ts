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

/** SQL of a search for people: the name has every typed word, in any order and case. */
export const nameHas = (name: string, search: string): string =>
  `not exists (select from regexp_split_to_table(trim(${folded(search)}), '\\s+') word
    where position(word in ${folded(name)}) = 0)`;
