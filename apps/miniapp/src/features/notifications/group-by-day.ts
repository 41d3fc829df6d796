import type { Notification } from "@stsphera/contracts";
import { dayOf } from "../../shared/format/times.ts";

export type Group = { readonly day: string; readonly items: Notification[] };

/** Critical unread ones stand first under «critical»; the rest by the day they last changed, in the person's zone. */
export function groupByDay(items: readonly Notification[], timeZone?: string): Group[] {
  const groups = new Map<string, Notification[]>();
  const urgent = (item: Notification) => item.priority === "critical" && item.readAt === null;
  for (const item of [...items.filter(urgent), ...items.filter((item) => !urgent(item))]) {
    const day = urgent(item) ? "critical" : dayOf(item.updatedAt, timeZone);
    groups.set(day, [...(groups.get(day) ?? []), item]);
  }
  return [...groups].map(([day, list]) => ({ day, items: list }));
}
