import type { Database } from "@stsphera/db";
import { addDays, type Day } from "../../kernel/index.ts";

/** Reads the office's working days of a range; registered by the calendar's domain. */
export type ReadOfficeDays = (db: Database, from: Day, to: Day) => Promise<Day[]>;

const DAYS_BACK = 60;
const DAYS_AHEAD = 3;

/** The office's working days around an instant, wide enough for every time zone and the longest escalation. */
export function officeDaysAround(read: ReadOfficeDays, db: Database, now: Date): Promise<Day[]> {
  const day = now.toISOString().slice(0, 10);
  return read(db, addDays(day, -DAYS_BACK), addDays(day, DAYS_AHEAD));
}
