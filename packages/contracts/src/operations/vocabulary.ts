/** Kinds of operations records: what the installation itself did, apart from what people did in it. */
export const OPS_KINDS = [
  "heartbeat",
  "backup",
  "files_backup",
  "restore_drill",
  "deploy",
  "audit_check",
] as const;
export type OpsKind = (typeof OPS_KINDS)[number];

export const SYSTEM_EVENTS = ["system.alert"] as const;

/** What an alert says: trouble begins, lasts for another day, ends; or that the ways of alerts are tried. */
export const ALERT_KINDS = ["begins", "lasts", "ends", "test"] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** How alerts reach people besides Telegram. */
export const ALERT_WAYS = ["mail", "webhook"] as const;
export type AlertWay = (typeof ALERT_WAYS)[number];
