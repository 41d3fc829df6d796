import { createHash } from "node:crypto";
import { schema } from "@stsphera/db";
import { getTableColumns, sql } from "drizzle-orm";
import { canonicalJson } from "../../kernel/index.ts";

const { auditLog } = schema;

/**
 * An audit row as sealed. JSON is taken as PostgreSQL prints it: parsed by JavaScript, 12.5 and 12.50 would be equal,
 * and numbers beyond 2⁵³ rounded.
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

/** The predecessor hash of the first link. */
export const CHAIN_START = "0".repeat(64);

/**
 * Hash of a link: SHA-256 of the previous hash and the canonical JSON of the row. Null columns are left out, so that
 * columns added later do not break existing links.
 */
export function linkOf(previous: string, row: AuditRow): string {
  const filled = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  return createHash("sha256").update(previous).update(canonicalJson(filled)).digest("hex");
}
