/** Vocabulary of defects, which the interface calls remarks («замечания»). No imports. */
export const DEFECT_STATUSES = [
  "open",
  "assigned",
  "in_work",
  "fixed",
  "verified",
  "disputed",
  "reopened",
  "cancelled",
] as const;
export type DefectStatus = (typeof DEFECT_STATUSES)[number];

export const DEFECT_MOVES = [
  "assign",
  "reassign",
  "start",
  "fix",
  "dispute",
  "uphold",
  "drop",
  "verify",
  "reopen",
  "cancel",
] as const;
export type DefectMove = (typeof DEFECT_MOVES)[number];

/** Actions on a defect besides its moves. */
export const DEFECT_DEEDS = ["edit", "undo"] as const;
export type DefectAction = DefectMove | (typeof DEFECT_DEEDS)[number];
export const DEFECT_ACTIONS = [...DEFECT_MOVES, ...DEFECT_DEEDS] as const satisfies readonly DefectAction[];

/** The worst first. */
export const DEFECT_SEVERITIES = ["critical", "major", "minor"] as const;
export type DefectSeverity = (typeof DEFECT_SEVERITIES)[number];

/** Where the fault was made; its first is the default. */
export const DEFECT_ORIGINS = ["installation", "factory"] as const;
export type DefectOrigin = (typeof DEFECT_ORIGINS)[number];

export const DEFECT_EVENTS = [
  "defect.reported",
  "defect.assigned",
  "defect.started",
  "defect.fixed",
  "defect.disputed",
  "defect.verified",
  "defect.reopened",
  "defect.cancelled",
  "defect.changed",
  "defect.grown_critical",
  "defect.responsible_left",
  "defect.given_back",
  "defect.escalated",
  "defect.move_undone",
] as const;

/** Kinds of decisions on defects. */
export const DEFECT_DECISIONS = [
  "defect_to_assign",
  "defect_to_start",
  "defect_to_fix",
  "defect_to_verify",
  "defect_to_settle",
] as const;
