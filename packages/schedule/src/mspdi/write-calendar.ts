import type { ProjectCalendar } from "./project.ts";
import { element, type Xml } from "./write-xml.ts";

/** The hours of a working day, as Project has them by default. */
const HOURS = element(
  "WorkingTimes",
  [
    ["08:00:00", "12:00:00"],
    ["13:00:00", "17:00:00"],
  ].map(([from = "", to = ""]) => element("WorkingTime", [element("FromTime", from), element("ToTime", to)])),
);

export function writeCalendar({ uid, name, weekdays, exceptions }: ProjectCalendar): Xml | null {
  // Sunday is the first day of a file's week.
  const week = [7, 1, 2, 3, 4, 5, 6].map((weekday, index) => {
    const worked = weekdays.includes(weekday);
    return element("WeekDay", [
      element("DayType", index + 1),
      element("DayWorking", worked),
      worked ? HOURS : null,
    ]);
  });
  return element("Calendar", [
    element("UID", uid),
    element("Name", name),
    element("IsBaseCalendar", true),
    element("BaseCalendarUID", -1),
    element("WeekDays", week),
    exceptions.length === 0
      ? null
      : element(
          "Exceptions",
          exceptions.map(({ day, worked }) =>
            element("Exception", [
              element("EnteredByOccurrences", false),
              element("TimePeriod", [
                element("FromDate", `${day}T00:00:00`),
                element("ToDate", `${day}T23:59:00`),
              ]),
              element("Occurrences", 1),
              element("Type", 1),
              element("DayWorking", worked),
              worked ? HOURS : null,
            ]),
          ),
        ),
  ]);
}
