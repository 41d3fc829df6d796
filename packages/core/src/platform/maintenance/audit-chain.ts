import { createHash } from "node:crypto";
import { schema } from "@stsphera/db";
import { getTableColumns, sql } from "drizzle-orm";
import { canonicalJson } from "../../kernel/index.ts";

const { auditLog } = schema;

/**
 * A row as it is sealed. JSON is taken as PostgreSQL prints it: parsed, 12.5 and 12.50 would be the same, and so would
 * two numbers beyond 2⁵³.
 */
export const auditRow = {
  ...getTableColumns(auditLog),
  before: sql<string | null>`${auditLog.before}::text`.as("before_text"),
  after: sql<string | null>`${auditLog.after}::text`.as("after_text"),
};

export type AuditRow = Omit<typeof auditLog.$inferSelect, "before" | "after"> & {
  before: string | null;
  after: string | null;
};

/** What the first link stands on. */
export const CHAIN_START = "0".repeat(64);

/**
 * A link of the chain: SHA-256 of the link before it and the canonical JSON of the row. Empty columns are left out, so
 * that a column of a later version does not break the links of today.
 */
export function linkOf(previous: string, row: AuditRow): string {
  const filled = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  return createHash("sha256").update(previous).update(canonicalJson(filled)).digest("hex");
}
