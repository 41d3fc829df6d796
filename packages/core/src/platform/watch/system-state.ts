import type { SystemProbes } from "../../kernel/index.ts";

export type { SystemProbes };
export const NO_PROBES: SystemProbes = { store: "unknown", disk: null, certificateDays: null };

/** The state of the installation; ages in seconds of the product's clock, null when nothing waits or was recorded. */
export type SystemState = SystemProbes & {
  outbox: { waiting: number; parked: number; age: number | null };
  /** Failed within a week; `unwanted`: since their addressees blocked the bot or never started it. */
  deliveries: { queued: number; failed: number; unwanted: number; age: number | null };
  /** Browsers that ring for what Telegram does not take; pushes of 24 hours, without trials. */
  pushes: { browsers: number; sent: number; failed: number };
  files: { waiting: number; failed: number; age: number | null };
  people: { waiting: number; unreachable: number };
  databaseBytes: number;
  auditUnsealedAge: number | null;
  /** Whether the newest check found the chain of the audit log whole. */
  auditOk: boolean | null;
  heartbeatAge: number | null;
  backupAge: number | null;
  lastBackupOk: boolean | null;
  drillAge: number | null;
  deploy: { age: number; ok: boolean; version: string | null } | null;
};
