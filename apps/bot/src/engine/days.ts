import type { Turn } from "./turn.ts";

/** An object's day turns at six in the morning. */
const CUTOFF_MS = 6 * 3_600_000;

/** The working day it is for a person, where no object says it. */
export function personsToday(turn: Turn): string {
  const timeZone = turn.actor?.timeZone ?? "Europe/Moscow";
  const at = new Date(turn.now.getTime() - CUTOFF_MS);
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
}
