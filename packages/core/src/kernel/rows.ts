import { and, eq, type InferInsertModel, type InferSelectModel } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "./context.ts";
import { DomainError } from "./errors.ts";

type Table = PgTable & { id: PgColumn };
/** A table with optimistic locking: updates name the version that was read. */
export type VersionedTable = Table & { version: PgColumn };

/** Inserts one row and returns it as stored. */
export async function insertRow<T extends PgTable>(
  tx: Tx,
  table: T,
  values: InferInsertModel<T>,
): Promise<InferSelectModel<T>> {
  const [row] = await tx
    .insert(table)
    .values(values as never)
    .returning();
  if (row === undefined) throw new Error("a row was not stored");
  return row as InferSelectModel<T>;
}

/** Rows of one statement: it has at most 65,535 parameters. */
const ROWS_AT_ONCE = 1_000;

/** Inserts rows by one statement, or one for each thousand, and returns them as stored, in their order. */
export async function insertRows<T extends PgTable>(
  tx: Tx,
  table: T,
  values: readonly InferInsertModel<T>[],
): Promise<InferSelectModel<T>[]> {
  const stored: InferSelectModel<T>[] = [];
  for (let at = 0; at < values.length; at += ROWS_AT_ONCE) {
    const rows = await tx
      .insert(table)
      .values(values.slice(at, at + ROWS_AT_ONCE) as never)
      .returning();
    stored.push(...(rows as InferSelectModel<T>[]));
  }
  if (stored.length !== values.length) throw new Error("a row was not stored");
  return stored;
}

/**
 * Updates columns of a row and increments its version. Throws version_conflict with the presented row when it was
 * changed since it was loaded.
 */
export async function updateRow<Row extends { id: number; version: number }>(
  tx: Tx,
  table: VersionedTable,
  row: Row,
  set: Partial<Row>,
  current: (row: Row) => unknown = (stale) => stale,
): Promise<Row> {
  const [after] = await tx
    .update(table as PgTable)
    .set({ ...set, version: row.version + 1 })
    .where(and(eq(table.id, row.id), eq(table.version, row.version)))
    .returning();
  if (after === undefined) throw new DomainError("version_conflict", { current: current(row) });
  return after as Row;
}
