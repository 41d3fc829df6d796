import { createHash } from "node:crypto";
import type { schema } from "@stsphera/db";
import { canonicalJson } from "../kernel/index.ts";

export type AuditRow = typeof schema.auditLog.$inferSelect;

/** What the first link stands on. */
export const CHAIN_START = "0".repeat(64);

/** A link of the chain: SHA-256 of the link before it and the canonical JSON of the row. */
export function linkOf(previous: string, row: AuditRow): string {
  return createHash("sha256").update(previous).update(canonicalJson(row)).digest("hex");
}
