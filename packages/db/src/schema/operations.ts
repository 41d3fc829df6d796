import {
  ALERT_KINDS,
  ALERT_WAYS,
  type AlertKind,
  type AlertWay,
  OPS_KINDS,
  type OpsKind,
} from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant } from "./columns.ts";

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

/** What was last told of each condition of trouble, so that every process tells it once. */
export const alertStates = pgTable("alert_states", {
  /** A name of `CONDITIONS` in core/platform/watch. */
  name: text().primaryKey(),
  bad: boolean().notNull().default(false),
  /** Since when the measure says otherwise than what was told; null while it agrees. */
  differsSince: instant(),
  toldAt: instant(),
});

/** Alerts that were told. */
export const alerts = pgTable(
  "alerts",
  {
    id: identity(),
    /** The condition; null for a test. */
    name: text(),
    kind: text().$type<AlertKind>().notNull(),
    /** The measure as it was told; null where there is none. */
    value: doublePrecision(),
    at: instant().notNull(),
  },
  (t) => [check("alerts_kind", oneOf(t.kind, ALERT_KINDS)), index("alerts_by_age").on(t.at)],
);

/** An alert on its way besides Telegram. */
export const alertSendings = pgTable(
  "alert_sendings",
  {
    alertId: integer()
      .notNull()
      .references(() => alerts.id, { onDelete: "cascade" }),
    way: text().$type<AlertWay>().notNull(),
    status: text().$type<"queued" | "sent" | "failed" | "spared">().notNull().default("queued"),
    attempts: integer().notNull().default(0),
    /** Not before this; while an attempt runs, until when nobody else may try. */
    nextAttemptAt: instant().notNull(),
    sentAt: instant(),
    error: text(),
  },
  (t) => [
    primaryKey({ columns: [t.alertId, t.way] }),
    check("alert_sendings_way", oneOf(t.way, ALERT_WAYS)),
    check("alert_sendings_status", oneOf(t.status, ["queued", "sent", "failed", "spared"])),
    index("alert_sendings_queue")
      .on(t.nextAttemptAt)
      .where(sql`status = 'queued'`),
  ],
);
