import { hash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "./idempotency.ts";
import { invalidField } from "./errors.ts";

/** Whose page a cursor continues: the name of the list, with its filters. A cursor of another is refused. */
export type Listing = Readonly<{ list: string } & Record<string, unknown>>;

/** Where a keyset page continues: the sort value of the last row as SQL text, and its id. */
export type Position = { value: string | null; id: number };

/** The largest integer of the database: a larger one would fail there instead of here. */
const MOST = 2 ** 31 - 1;

const FITS = {
  text: () => true,
  integer: (text: string) => /^-?\d{1,10}$/.test(text) && Math.abs(Number(text)) <= MOST,
  date: (text: string) => text === "infinity" || z.iso.date().safeParse(text).success,
  timestamptz: (text: string) => z.iso.datetime().safeParse(text).success,
} as const;

export type PositionType = keyof typeof FITS;

/** Whether the text of a position is a value of the sort key, so that neither client nor database fails on it. */
export const isPositionOf = (type: PositionType, text: string): boolean => FITS[type](text);

export const brokenCursor = () => invalidField("cursor", "cursor_broken");

const fingerprint = (listing: Listing) => hash("sha256", canonicalJson(listing), "base64url").slice(0, 12);

/** Encodes a position with a hash of the list and its filters. */
export function packCursor(position: Position, listing: Listing): string {
  return Buffer.from(JSON.stringify([position.value, position.id, fingerprint(listing)])).toString(
    "base64url",
  );
}

/** Decodes a cursor; throws validation_failed when it belongs to another list or other filters, or is malformed. */
export function openCursor(cursor: string | undefined, listing: Listing): Position | null {
  if (cursor === undefined) return null;
  const parsed = readJson(Buffer.from(cursor, "base64url").toString("utf8"));
  if (!Array.isArray(parsed)) throw brokenCursor();
  const [value, id, mark] = parsed as unknown[];
  const fits =
    (value === null || typeof value === "string") &&
    typeof id === "number" &&
    Number.isInteger(id) &&
    Math.abs(id) <= MOST &&
    mark === fingerprint(listing);
  if (!fits) throw brokenCursor();
  return { value: value as string | null, id };
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
  listing: Listing,
  valueOf: (row: T) => string | null,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? packCursor({ value: valueOf(last), id: last.id }, listing) : null };
}
