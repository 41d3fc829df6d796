import { canonicalJson } from "../../kernel/index.ts";

/** The requested values that differ from the row, before and after. */
export function changedFields<T extends object>(
  row: T,
  next: Partial<T>,
): { before: Partial<T>; after: Partial<T> } {
  const before: Partial<T> = {};
  const after: Partial<T> = {};
  for (const field of Object.keys(next) as (keyof T)[]) {
    if (canonicalJson(row[field]) === canonicalJson(next[field])) continue;
    before[field] = row[field];
    after[field] = next[field] as T[keyof T];
  }
  return { before, after };
}
