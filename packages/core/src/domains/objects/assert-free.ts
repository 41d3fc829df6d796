import { invalidField } from "../../kernel/index.ts";
import { codeKey } from "./code-key.ts";

/**
 * Refuses a value that occurs twice in the input or exists on the object, including codes that look alike; the error
 * names the index in the input.
 */
export function assertFree<K extends "code" | "sort">(
  list: string,
  key: K,
  rows: readonly Readonly<Record<K, string | number>>[],
  standing: readonly Readonly<Record<K, string | number>>[],
): void {
  const taken = new Set(standing.map((row) => keyOf(row[key])));
  for (const [at, row] of rows.entries()) {
    const value = keyOf(row[key]);
    if (taken.has(value)) throw invalidField(`${list}.${at}.${key}`, `${key}_taken`);
    taken.add(value);
  }
}

const keyOf = (value: string | number) => (typeof value === "string" ? codeKey(value) : value);
