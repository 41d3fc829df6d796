/** Vocabulary of extra works, which the contract does not contain. No imports. */
export const EXTRA_STATUSES = ["reported", "accepted", "rejected"] as const;
export type ExtraStatus = (typeof EXTRA_STATUSES)[number];

export const EXTRA_MOVES = ["accept", "reject", "reopen"] as const;
export type ExtraMove = (typeof EXTRA_MOVES)[number];

/** Actions besides its moves: the next step of the way to the customer, taking that back, the price. */
export const EXTRA_DEEDS = ["follow", "stepback", "price", "undo"] as const;
export type ExtraAction = ExtraMove | (typeof EXTRA_DEEDS)[number];
export const EXTRA_ACTIONS = [...EXTRA_MOVES, ...EXTRA_DEEDS] as const satisfies readonly ExtraAction[];

/** The way of an extra work to the customer: only said, written, confirmed, presented for payment. */
export const EXTRA_STAGES = ["verbal", "letter", "confirmed", "presented"] as const;
export type ExtraStage = (typeof EXTRA_STAGES)[number];

export const EXTRA_EVENTS = [
  "extra.reported",
  "extra.decided",
  "extra.reopened",
  "extra.followed",
  "extra.move_undone",
] as const;

/** Kinds of decisions on extra works. */
export const EXTRA_DECISIONS = ["extra_to_decide"] as const;
