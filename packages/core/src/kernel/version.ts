import { DomainError } from "./errors.ts";

/** Throws version_conflict when the change was made from an older version of the row. */
export function assertVersion(row: { version: number }, version: number, current: unknown = row): void {
  if (row.version !== version) throw new DomainError("version_conflict", { current });
}
