import { canonicalJson } from "../../kernel/index.ts";

export type FieldChange = { field: string; before: unknown; after: unknown };
type Values = Record<string, unknown> | null;

/** Fields visible only to users who may see money. */
export const MONEY_FIELDS: readonly string[] = [
  "budget",
  "approvalLimit",
  "price",
  "amount",
  "approvedAmount",
];

/** Old and new value of each changed field; null where a side has none. */
export function fieldChanges(before: Values, after: Values, hidden: readonly string[] = []): FieldChange[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields].flatMap((field) => {
    if (hidden.includes(field)) return [];
    const was = before?.[field] ?? null;
    const is = after?.[field] ?? null;
    return canonicalJson(was) === canonicalJson(is) ? [] : [{ field, before: was, after: is }];
  });
}
