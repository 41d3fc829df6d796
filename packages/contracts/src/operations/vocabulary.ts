/** Kinds of operations records: what the installation itself did, apart from what people did in it. */
export const OPS_KINDS = ["heartbeat", "backup", "files_backup", "restore_drill", "deploy"] as const;
export type OpsKind = (typeof OPS_KINDS)[number];
