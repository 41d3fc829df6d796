import type { TaskSummary } from "@stsphera/contracts";
import { shiftDay } from "@stsphera/contracts/forms";

export const DAY_GROUPS = ["overdue", "today", "week", "later"] as const;
export type DayGroup = (typeof DAY_GROUPS)[number];

/** Where a task stands among one's own: late by its object's day, today, in the next six days, later or without a date. */
export function dayGroupOf(
  { deadline, flags }: { deadline: TaskSummary["deadline"]; flags: Pick<TaskSummary["flags"], "overdue"> },
  today: string,
): DayGroup {
  if (flags.overdue) return "overdue";
  if (deadline === null) return "later";
  if (deadline <= today) return "today";
  return deadline <= shiftDay(today, 6) ? "week" : "later";
}

/** The first thing of each group of a sorted list, by its id. */
export function groupHeads<T extends { readonly id: number }, G>(
  items: readonly T[],
  groupOf: (item: T) => G,
): ReadonlyMap<number, G> {
  const heads = new Map<number, G>();
  let last: G | undefined;
  for (const item of items) {
    const group = groupOf(item);
    if (group !== last) heads.set(item.id, group);
    last = group;
  }
  return heads;
}
