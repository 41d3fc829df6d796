/** Vocabulary of the work schedule and its versions. No imports. */
export const GPR_STATUSES = ["draft", "pending_signatures", "active", "archived"] as const;
export type GprStatus = (typeof GPR_STATUSES)[number];

/** Moves of a version: sending it to the five signers, taking it back, a signature, a remark. */
export const GPR_MOVES = ["send", "recall", "sign", "remark"] as const;
export type GprMove = (typeof GPR_MOVES)[number];

/** Whom a shift of the forecast touches says whether it can be kept; answers of a former version are closed. */
export const GPR_ANSWER_STATUSES = ["open", "agreed", "objected", "closed"] as const;
export type GprAnswerStatus = (typeof GPR_ANSWER_STATUSES)[number];
export const GPR_ANSWER_MOVES = ["agree", "object"] as const;
export type GprAnswerMove = (typeof GPR_ANSWER_MOVES)[number];

/** Actions besides its moves: naming another signer, reminding signers, answering a shift of its forecast. */
export const GPR_DEEDS = ["replace", "remind", ...GPR_ANSWER_MOVES] as const;
export type GprAction = GprMove | (typeof GPR_DEEDS)[number];
export const GPR_ACTIONS = [...GPR_MOVES, ...GPR_DEEDS] as const satisfies readonly GprAction[];

export const GPR_EVENTS = [
  "gpr.sign_requested",
  "gpr.recalled",
  "gpr.signed",
  "gpr.remarked",
  "gpr.activated",
  "gpr.signer_changed",
  "gpr.sign_reminder",
  "gpr.shifted",
  "gpr.shift_answered",
] as const;

/** Kinds of decisions on versions. */
export const GPR_DECISIONS = ["gpr_signature", "gpr_shift"] as const;

/** Where the fact of a row comes from. */
export const GPR_FACT_SOURCES = ["ledger", "entered"] as const;

/** What a row waits for in another: its start or finish, for the other's start or finish. */
export const GPR_LINK_TYPES = ["FS", "SS", "FF", "SF"] as const;
export const GPR_LAG_UNITS = ["work", "elapsed"] as const;

export const GPR_CONSTRAINTS = ["not_earlier", "not_later", "on"] as const;
export const GPR_EDGES = ["start", "finish"] as const;

/** More is no schedule that people read; it is also what one answer carries. */
export const MAX_GPR_ROWS = 2000;
export const MAX_GPR_LINKS = 5000;
