import { readOfficeDays } from "@stsphera/core/registry";
import type { Database } from "@stsphera/db";
import { addDays, type Day } from "./days.ts";

/** The object's calendar as stored by the system. */
export type ObjectCalendar = {
  /** The day of a shift: 1 is the last working day before today, 2 the one before. */
  shiftDay(shift: number): Day;
  /** The deadline that many working days ago. */
  lateDay(workdays: number): Day;
  /** The same in working days of the office. */
  officeLateDay(workdays: number): Day;
  /** Working days of project weeks, both inclusive. */
  workdaysOf(weeks: readonly [first: number, last: number]): readonly Day[];
};

/** Longer than New Year's holidays and two weeks. */
const OFFICE_DAYS_BACK = 40;

/** Reads the working days of an object. `firstMonday` starts week Н1; `today` is not counted as a shift. */
export async function readCalendar(
  db: Database,
  objectId: number,
  { firstMonday, today }: { firstMonday: Day; today: Day },
): Promise<ObjectCalendar> {
  const rows = await db.read<{ day: Day }>(
    "select day::text as day from object_workdays where object_id = $1 order by day",
    [objectId],
  );
  const days = rows.map((row) => row.day);
  const office = (await readOfficeDays(db, addDays(today, -OFFICE_DAYS_BACK), today)).toReversed();
  const before = days.filter((day) => day < today).toReversed();
  const through = days.filter((day) => day <= today).toReversed();
  return {
    lateDay(workdays) {
      const day = through[workdays];
      if (day === undefined)
        throw new Error(`the calendar has no day ${workdays} working days before ${today}`);
      return day;
    },
    officeLateDay(workdays) {
      const day = office[workdays];
      if (day === undefined)
        throw new Error(`the office has no day ${workdays} working days before ${today}`);
      return day;
    },
    shiftDay(shift) {
      const day = before[shift - 1];
      if (day === undefined) throw new Error(`the calendar has no ${shift} working days before ${today}`);
      return day;
    },
    workdaysOf([first, last]) {
      const from = addDays(firstMonday, 7 * (first - 1));
      const until = addDays(firstMonday, 7 * last);
      return days.filter((day) => day >= from && day < until);
    },
  };
}
