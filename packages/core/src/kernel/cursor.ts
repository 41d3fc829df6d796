import { hash } from "node:crypto";
import { canonicalJson } from "./idempotency.ts";
import { invalidField } from "./errors.ts";

/** Where a keyset page continues: the sort value of the last row as SQL text, and its id. */
export type Position = { value: string | null; id: number };

const fingerprint = (filters: unknown) => hash("sha256", canonicalJson(filters), "base64url").slice(0, 12);

/** Encodes a position with a hash of the list's filters. */
export function packCursor(position: Position, filters: unknown): string {
  return Buffer.from(JSON.stringify([position.value, position.id, fingerprint(filters)])).toString(
    "base64url",
  );
}

/** Decodes a cursor; throws validation_failed when it belongs to other filters or is malformed. */
export function openCursor(cursor: string | undefined, filters: unknown): Position | null {
  if (cursor === undefined) return null;
  const parsed = readJson(Buffer.from(cursor, "base64url").toString("utf8"));
  if (!Array.isArray(parsed)) throw invalidField("cursor", "cursor_broken");
  const [value, id, mark] = parsed as unknown[];
  const fits =
    (value === null || typeof value === "string") && Number.isInteger(id) && mark === fingerprint(filters);
  if (!fits) throw invalidField("cursor", "cursor_broken");
  return { value: value as string | null, id: id as number };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Makes a page of rows that were read with one extra row to detect a next page. */
export function toPage<T extends { id: number }>(
  rows: readonly T[],
  limit: number,
  filters: unknown,
  valueOf: (row: T) => string | null,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? packCursor({ value: valueOf(last), id: last.id }, filters) : null };
}
