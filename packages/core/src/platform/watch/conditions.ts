import type { SystemState } from "./system-state.ts";

const HOUR = 3_600;
const DAY = 86_400;

type Bounds = { over: number } | { under: number };

/**
 * A condition of trouble: when the measure is over or under its bound. `metric` is the same measure in Prometheus; the
 * alert rules repeat the bound, and a test compares them. A measure of null is unknown and no trouble.
 */
export type Condition = Bounds & {
  metric: string;
  severity: "critical" | "warning";
  measure: (state: SystemState) => number | null;
};

const flag = (value: boolean | null): number | null => (value === null ? null : Number(value));

/** The one table of what is judged: by the page of the administrator, by messages of the system, by alert rules. */
export const CONDITIONS = {
  events_wait: {
    metric: 'queue_age_seconds{queue="outbox"}',
    over: 300,
    severity: "critical",
    measure: ({ outbox }) => outbox.age ?? 0,
  },
  events_parked: {
    metric: "outbox_parked",
    over: 0,
    severity: "warning",
    measure: ({ outbox }) => outbox.parked,
  },
  messages_wait: {
    metric: 'queue_age_seconds{queue="deliveries"}',
    over: 600,
    severity: "critical",
    measure: ({ deliveries }) => deliveries.age ?? 0,
  },
  messages_failed: {
    metric: "deliveries_failed_recently",
    over: 0,
    severity: "warning",
    measure: ({ deliveries }) => deliveries.failed,
  },
  photos_wait: {
    metric: 'queue_age_seconds{queue="files"}',
    over: 1_800,
    severity: "warning",
    measure: ({ files }) => files.age ?? 0,
  },
  photos_failed: {
    metric: "files_failed_recently",
    over: 0,
    severity: "warning",
    measure: ({ files }) => files.failed,
  },
  store_away: {
    metric: "store_up",
    under: 1,
    severity: "critical",
    measure: ({ store }) => (store === "unknown" ? null : flag(store === "ok")),
  },
  disk_short: {
    metric: "disk_free_ratio",
    under: 0.1,
    severity: "critical",
    measure: ({ disk }) => (disk === null ? null : disk.freeBytes / disk.totalBytes),
  },
  certificate_expires: {
    metric: "certificate_days",
    under: 14,
    severity: "critical",
    measure: ({ certificateDays }) => certificateDays,
  },
  backup_old: {
    metric: "backup_age_seconds",
    over: 30 * HOUR,
    severity: "critical",
    measure: ({ backupAge }) => backupAge ?? Number.POSITIVE_INFINITY,
  },
  backup_failed: {
    metric: "backup_ok",
    under: 1,
    severity: "warning",
    measure: ({ lastBackupOk }) => flag(lastBackupOk),
  },
  drill_old: {
    metric: "restore_drill_age_seconds",
    over: 35 * DAY,
    severity: "warning",
    measure: ({ drillAge }) => drillAge ?? Number.POSITIVE_INFINITY,
  },
  audit_unsealed: {
    metric: "audit_unsealed_age_seconds",
    over: 300,
    severity: "critical",
    measure: ({ auditUnsealedAge }) => auditUnsealedAge ?? 0,
  },
  audit_broken: {
    metric: "audit_chain_ok",
    under: 1,
    severity: "critical",
    measure: ({ auditOk }) => flag(auditOk),
  },
  scheduler_silent: {
    metric: "heartbeat_age_seconds",
    over: 120,
    severity: "critical",
    measure: ({ heartbeatAge }) => heartbeatAge ?? Number.POSITIVE_INFINITY,
  },
} as const satisfies Record<string, Condition>;

export type ConditionName = keyof typeof CONDITIONS;
export const CONDITION_NAMES = Object.keys(CONDITIONS) as readonly ConditionName[];

export const isConditionName = (name: string): name is ConditionName => Object.hasOwn(CONDITIONS, name);

export type Judged = { name: ConditionName; state: "good" | "bad" | "unknown"; value: number | null };

/** Judges a condition over the state. */
export function judge(name: ConditionName, state: SystemState): Judged {
  const condition: Condition = CONDITIONS[name];
  const value = condition.measure(state);
  if (value === null) return { name, state: "unknown", value };
  const bad = "over" in condition ? value > condition.over : value < condition.under;
  return { name, state: bad ? "bad" : "good", value };
}
