import type { RefusalCode } from "@stsphera/contracts/refusals";
import { statutoryDays, yearOf } from "../index.ts";
import { invalidField, type Day, isoWeekday } from "../../../kernel/index.ts";

export type YearDays = { daysOff: Day[]; workingWeekends: Day[]; shortDays: Day[] };

const isWeekend = (day: Day) => isoWeekday(day) > 5;

/** The days of a year, sorted; an invalid one is refused with its index. */
export function checkedYear(year: number, asked: YearDays): YearDays {
  const holidays = new Set(statutoryDays(year));
  const offs = new Set(asked.daysOff);
  const worked = new Set(asked.workingWeekends);
  return {
    daysOff: checked("daysOff", year, asked.daysOff, (day) => (isWeekend(day) ? "day_off_weekend" : null)),
    workingWeekends: checked("workingWeekends", year, asked.workingWeekends, (day) =>
      !isWeekend(day) ? "day_not_weekend" : holidays.has(day) ? "day_holiday" : null,
    ),
    shortDays: checked("shortDays", year, asked.shortDays, (day) => {
      const rests = holidays.has(day) || offs.has(day) || (isWeekend(day) && !worked.has(day));
      return rests ? "day_rests" : null;
    }),
  };
}

function checked(
  list: string,
  year: number,
  days: readonly Day[],
  flaw: (day: Day) => RefusalCode | null,
): Day[] {
  const seen = new Set<Day>();
  for (const [at, day] of days.entries()) {
    const reason = yearOf(day) !== year ? "day_other_year" : seen.has(day) ? "given_twice" : flaw(day);
    if (reason !== null) throw invalidField(`${list}.${at}`, reason);
    seen.add(day);
  }
  return [...days].sort();
}
