import { invalidField } from "../kernel/index.ts";

/**
 * Refuses a value that stands twice in the rows to add, or already stands on the object; the row is named by its
 * place in the input.
 */
export function assertFree<K extends string>(
  list: string,
  key: K,
  rows: readonly Readonly<Record<K, string | number>>[],
  standing: readonly Readonly<Record<K, string | number>>[],
): void {
  const taken = new Set(standing.map((row) => row[key]));
  for (const [at, row] of rows.entries()) {
    if (taken.has(row[key])) throw invalidField(`${list}.${at}.${key}`, `${key}_taken`);
    taken.add(row[key]);
  }
}
