/** The columns of the sums that a reader is shown: of all that is done, or of what of it is confirmed. */
export type CountedSums = {
  /** Of cells and of works. */
  readonly fact: "fact_qty" | "confirmed_qty";
  /** Of an object. */
  readonly earned: "earned_hours" | "confirmed_hours";
  /** Of a day. */
  readonly quantity: "quantity" | "confirmed_qty";
  readonly hours: "hours" | "confirmed_hours";
};

const ALL: CountedSums = { fact: "fact_qty", earned: "earned_hours", quantity: "quantity", hours: "hours" };
const CONFIRMED: CountedSums = {
  fact: "confirmed_qty",
  earned: "confirmed_hours",
  quantity: "confirmed_qty",
  hours: "confirmed_hours",
};

/** Observers are shown confirmed facts alone, in every number. */
export const countedSums = (confirmedOnly: boolean): CountedSums => (confirmedOnly ? CONFIRMED : ALL);
