import { canonicalJson } from "../../kernel/index.ts";

export type FieldChange = { field: string; before: unknown; after: unknown };
type Values = Record<string, unknown> | null;

/** Fields that only readers of money see. */
export const MONEY_FIELDS: readonly string[] = ["budget", "approvalLimit"];

/** Field by field what was and what is; a value that is not there on one side is null. */
export function fieldChanges(before: Values, after: Values, hidden: readonly string[] = []): FieldChange[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields].flatMap((field) => {
    if (hidden.includes(field)) return [];
    const was = before?.[field] ?? null;
    const is = after?.[field] ?? null;
    return canonicalJson(was) === canonicalJson(is) ? [] : [{ field, before: was, after: is }];
  });
}
