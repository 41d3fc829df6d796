import { type Unit, WHOLE_UNITS } from "@stsphera/contracts";
import { big, ceilTo, type Decimal, decimal, minBig } from "../calculation/index.ts";

export type LinePlan = {
  /** Remainder of the cell at the beginning of the day. */
  left: Decimal;
  unit: Unit;
  /** Quantities of the newest five entries of this work on this facade before the day. */
  lastFive: readonly Decimal[];
  date: string;
  planStart: string | null;
  planFinish: string | null;
  /** Working days from the day to the end of the window, both inclusive. */
  workdaysToFinish: number;
};

/** The smallest planned amount of a unit. */
export const stepOf = (unit: Unit): Decimal => (WHOLE_UNITS.includes(unit) ? "1" : "0.1");

/**
 * A line's plan for the day: the pace of its work on its facade, at most the remainder; without a pace, the remainder
 * divided by the working days of its window; all of it after the window, null before it.
 */
export function planToday(line: LinePlan): Decimal | null {
  const left = big(line.left);
  if (left.lte(0)) return null;
  const step = stepOf(line.unit);
  if (line.lastFive.length > 0) {
    const sum = line.lastFive.reduce((total, quantity) => total.plus(quantity), big(0));
    return decimal(minBig(left, ceilTo(sum.div(line.lastFive.length), step)));
  }
  if (line.planStart === null || line.planFinish === null || line.date < line.planStart) return null;
  if (line.date > line.planFinish || line.workdaysToFinish <= 1) return decimal(left);
  return decimal(minBig(left, ceilTo(left.div(line.workdaysToFinish), step)));
}

/**
 * The plan of a line on a day: what its first entry was entered against. While the day runs it is at most what was left
 * when the day began, so that a volume reduced or done elsewhere takes it down; a past day keeps its plan.
 * @param planOfDay the plan stored with the day's first entry, null without one
 */
export function planOfLine(planOfDay: Decimal | null, line: LinePlan & { today: string }): Decimal | null {
  if (planOfDay === null) return planToday(line);
  if (line.date < line.today) return planOfDay;
  return big(line.left).lte(0) ? null : decimal(minBig(big(line.left), big(planOfDay)));
}
