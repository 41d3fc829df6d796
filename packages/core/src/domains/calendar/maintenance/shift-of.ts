import { addDays, type Day } from "../../../kernel/index.ts";
import type { CalendarShift } from "@stsphera/contracts";
import { isProvisional, isWorkday, type WorkCalendar, workdaysBetween } from "../index.ts";

export type Dated = Pick<CalendarShift, "objectId" | "code" | "name" | "status" | "deadline"> & {
  today: Day;
};

/** How another calendar changes the time an object has left. */
export function shiftOf(object: Dated, before: WorkCalendar, after: WorkCalendar): CalendarShift {
  const { today, ...shown } = object;
  const tomorrow = addDays(today, 1);
  const left = (calendar: WorkCalendar) => workdaysBetween(calendar, tomorrow, object.deadline).length;
  const had = left(before);
  return {
    ...shown,
    workdaysLeft: { before: had, after: left(after) },
    finishAfter: had === 0 ? object.deadline : nthWorkday(after, tomorrow, had),
    provisional: isProvisional(after, object.deadline),
  };
}

function nthWorkday(calendar: WorkCalendar, from: Day, count: number): Day {
  let at = from;
  for (let left = isWorkday(calendar, at) ? count - 1 : count; left > 0;) {
    at = addDays(at, 1);
    if (isWorkday(calendar, at)) left -= 1;
  }
  return at;
}
