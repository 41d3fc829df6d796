/** Reads a number from an event's payload, which is JSON; null for any other type. */
export const numberOf = (value: unknown): number | null => (typeof value === "number" ? value : null);

export const wordsOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;

export const numbersOf = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((one): one is number => typeof one === "number") : [];

/** Names of a list of things in one line; null for an empty list. */
export function namesOf(value: unknown): string | null {
  if (!Array.isArray(value)) return null;
  const names = value.flatMap((one: unknown) => {
    const name = typeof one === "object" && one !== null && "name" in one ? wordsOf(one.name) : null;
    return name === null ? [] : [name];
  });
  return names.length === 0 ? null : names.join(", ");
}
