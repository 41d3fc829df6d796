import { OPS_KINDS, type OpsKind } from "@stsphera/contracts/vocabulary";
import { bigint, boolean, check, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { instant } from "./columns.ts";

/** What the installation did: heartbeats, backups, restore drills, deploys. Rows are never changed. */
export const opsRecords = pgTable(
  "ops_records",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text().$type<OpsKind>().notNull(),
    /** When it ended. */
    at: instant().notNull(),
    ok: boolean().notNull(),
    /** By kind; see `opsDetails` in core/platform/operations. */
    details: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    check("ops_records_kind", oneOf(t.kind, OPS_KINDS)),
    index("ops_records_latest").on(t.kind, t.at, t.id),
  ],
);
