/** Adds a parameter value and returns its placeholder for the SQL text. */
export type Asked = (value: unknown, type: string) => string;

export type ListText = { text: string; params: unknown[] };

/**
 * Builds the SQL of a list together with its parameters. Filters that are not used are left out of the text:
 * statements are planned once per connection for any values, so `$1 is null or …` would be planned as a selective
 * filter and keep PostgreSQL from using the right index. Keep the number of filter combinations small: each text
 * stays prepared.
 */
export function listText(write: (asked: Asked) => string): ListText {
  const params: unknown[] = [];
  const text = write((value, type) => `$${params.push(value)}::${type}`);
  return { text, params };
}

/** Joins conditions with `and`; false ones are left out. */
export const allOf = (...conditions: (string | false)[]): string =>
  ["true", ...conditions.filter((condition) => condition !== false)].join("\n    and ");
