import { useEffect, useState } from "react";
import { serverNow } from "../../../shared/api/server-clock.ts";

const EVERY_MS = 15_000;
/** How far the two clocks may differ by the time an answer takes: «ещё 10 мин», never 11. */
const UNDO_MINUTES = 10;
const CLOCK_SLACK_MS = 5_000;

/** The server's time, fresh enough for counting minutes. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now, serverNow() - EVERY_MS);
}

/** Whole minutes until an instant, at least one while it lies ahead; null when it has passed or never was. */
export function minutesUntil(instant: string | null, now: number): number | null {
  if (instant === null) return null;
  const left = new Date(instant).getTime() - now;
  // The clocks differ by a little: never more minutes than an undo has.
  return left <= 0 ? null : Math.min(UNDO_MINUTES, Math.max(1, Math.ceil((left - CLOCK_SLACK_MS) / 60_000)));
}
