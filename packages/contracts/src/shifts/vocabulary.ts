/** Vocabulary of shifts: what crews did without a quantity, who answers for idle time, closing. No imports. */
export const SHIFT_RECORD_KINDS = ["downtime", "note"] as const;
export type ShiftRecordKind = (typeof SHIFT_RECORD_KINDS)[number];

/** Work of a crew that earns no quantity. */
export const SHIFT_NOTES = ["unloading", "preparation", "cleaning", "rigging"] as const;
export type ShiftNote = (typeof SHIFT_NOTES)[number];

/** Who answers for idle time. */
export const PARTIES = [
  "customer",
  "own_supply",
  "own_design",
  "own_production",
  "crew",
  "force_majeure",
] as const;
export type Party = (typeof PARTIES)[number];

export const SHIFT_EVENTS = [
  "shift.recorded",
  "shift.record_withdrawn",
  "shift.closed",
  "shift.reopened",
] as const;
