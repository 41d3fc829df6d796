import { addDays, localTime } from "../../kernel/index.ts";
import { instantOf, type RingWishes } from "../deliveries/index.ts";

/**
 * Seconds for which a push service may keep a push for a browser that is away: not into the next quiet hours of its user,
 * where it would ring.
 */
export function keepFor(now: Date, most: number, wishes: RingWishes | null): number {
  if (!wishes?.timeZone || wishes.from === wishes.to) return most;
  const { day } = localTime(now, wishes.timeZone);
  const starts = [day, addDays(day, 1)].map((on) => instantOf(on, wishes.from, wishes.timeZone).getTime());
  const next = starts.find((start) => start > now.getTime()) ?? Number.POSITIVE_INFINITY;
  return Math.max(0, Math.min(most, Math.floor((next - now.getTime()) / 1_000)));
}
