import { type Day, dayNumber, dayOf, type Workdays } from "../index.ts";
import type { Span } from "./content.ts";

/**
 * The windows of the cells that a row plans, in the order in which they are worked: cell i of n takes the working days
 * ⌊(i−1)·L/n⌋ … ⌈i·L/n⌉−1 of the L that the row has, counted from 0; more cells than days share days.
 */
export function shareWindow(
  { start, finish }: Span,
  cells: number,
  { ordinal, day }: Workdays,
): { start: Day; finish: Day }[] {
  const first = ordinal(dayNumber(start));
  const days = Math.max(ordinal(dayNumber(finish) + 1) - first, 1);
  return Array.from({ length: cells }, (_, at) => ({
    start: dayOf(day(first + Math.floor((at * days) / cells))),
    finish: dayOf(day(first + Math.ceil(((at + 1) * days) / cells) - 1)),
  }));
}
