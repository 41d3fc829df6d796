/** Notes a value for a statement and gives the place that its text names it by. */
export type Asked = (value: unknown, type: string) => string;

export type ListText = { text: string; params: unknown[] };

/**
 * The text of a list and what it is asked with, written together. What is not asked for does not stand in the text:
 * texts are planned once a connection for any values, and PostgreSQL would take `$1 is null or …` for something that
 * leaves few rows, walk past an index and sort them all. The choices of a list must be few: each text is kept prepared.
 */
export function listText(write: (asked: Asked) => string): ListText {
  const params: unknown[] = [];
  const text = write((value, type) => `$${params.push(value)}::${type}`);
  return { text, params };
}

/** Conditions joined; those that are false are left out. */
export const allOf = (...conditions: (string | false)[]): string =>
  ["true", ...conditions.filter((condition) => condition !== false)].join("\n    and ");
