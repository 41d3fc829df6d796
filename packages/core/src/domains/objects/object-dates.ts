import { invalidField, type Day, dayNumber } from "../../kernel/index.ts";

const LONGEST_DAYS = 30 * 366;

type Dates = { contractDate: Day | null; startDate: Day | null; deadline: Day | null };

/** Refuses dates out of order, or implausibly far apart. */
export function assertDates({ contractDate, startDate, deadline }: Dates, today: Day, prefix = ""): void {
  if (startDate !== null && deadline !== null && deadline < startDate) {
    throw invalidField(`${prefix}deadline`, "dates_order");
  }
  if (contractDate !== null && deadline !== null && deadline < contractDate) {
    throw invalidField(`${prefix}deadline`, "deadline_before_contract");
  }
  const from = startDate ?? contractDate ?? today;
  if (deadline !== null && Math.abs(dayNumber(deadline) - dayNumber(from)) > LONGEST_DAYS) {
    throw invalidField(`${prefix}deadline`, "date_far");
  }
}
