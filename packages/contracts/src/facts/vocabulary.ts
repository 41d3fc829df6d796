/** Vocabulary of ledger entries: codes used in the database, the API and buttons. No imports. */
export const FACT_KINDS = ["work", "reversal", "opening"] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export const FACT_STATUSES = ["parked", "submitted", "confirmed", "returned"] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];

/** Names of the moves of an entry made by users. */
export const FACT_MOVES = ["confirm", "return"] as const;
export type FactMove = (typeof FACT_MOVES)[number];

export const FACT_EVENTS = [
  "fact.entered",
  "fact.corrected",
  "fact.reversed",
  "fact.confirmed",
  "fact.returned",
  "fact.returned_reminder",
  "fact.decision_undone",
  "fact.photos_added",
  "fact.opening_entered",
  "journal.photos_added",
] as const;

/** Kinds of decisions on entries: those of a day that others confirm are one item, a returned one waits for its author. */
export const FACT_DECISIONS = ["fact_days", "fact_returned"] as const;
