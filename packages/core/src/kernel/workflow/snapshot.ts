import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

type Columns = Record<string, unknown>;

/** The tracked columns of a row; instants become text in JSON. */
export const snapshotOf = <Row extends object>(row: Row, tracked: readonly (keyof Row & string)[]): Columns =>
  Object.fromEntries(tracked.map((column) => [column, row[column] ?? null]));

/** The columns of a snapshot, converted back to the types of the table. */
export function restored(table: PgTable, kept: Columns, tracked: readonly string[]): Columns {
  const columns = getTableColumns(table);
  return Object.fromEntries(
    tracked.map((name) => {
      const value = kept[name] ?? null;
      const isInstant = columns[name]?.dataType === "date";
      return [name, isInstant && typeof value === "string" ? new Date(value) : value];
    }),
  );
}

/** Tracked columns that differ, with their values before and after. */
export function difference<Row extends object>(
  was: Row,
  is: Row,
  tracked: readonly (keyof Row & string)[],
): { before: Columns; after: Columns } {
  const differ = tracked.filter((column) => comparable(was[column]) !== comparable(is[column]));
  return { before: snapshotOf(was, differ), after: snapshotOf(is, differ) };
}

const comparable = (value: unknown): string => JSON.stringify(value ?? null);
