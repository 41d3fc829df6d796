import { DomainError } from "./errors.ts";

/** Refuses a change made from an older version of the row. */
export function assertVersion(row: { version: number }, version: number, current: unknown = row): void {
  if (row.version !== version) throw new DomainError("version_conflict", { current });
}
