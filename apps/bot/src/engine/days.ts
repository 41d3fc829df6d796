import type { Turn } from "./turn.ts";

/** A working day starts at 06:00. */
const CUTOFF_MS = 6 * 3_600_000;

/** The current working day in the user's time zone, for questions that belong to no object. */
export function personsToday(turn: Turn): string {
  const timeZone = turn.actor?.timeZone ?? "Europe/Moscow";
  const at = new Date(turn.now.getTime() - CUTOFF_MS);
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
}
