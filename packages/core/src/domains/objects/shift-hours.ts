import { invalidField } from "../../kernel/index.ts";

const LUNCH_MINUTES = 60;
const LUNCH_FROM_MINUTES = 4 * 60;

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Working hours of a shift as a decimal string: its length minus one hour of lunch if longer than 4 h. */
export function shiftHours(start: string, end: string): string {
  const length = (minutesOf(end) - minutesOf(start) + 24 * 60) % (24 * 60);
  if (length === 0) throw invalidField("shiftEnd", "shift_empty");
  const worked = length > LUNCH_FROM_MINUTES ? length - LUNCH_MINUTES : length;
  return (worked / 60).toFixed(3);
}
