import { id, type ObjectPreview, previewObjectInput } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import {
  addDays,
  type Day,
  dayNumber,
  forbidden,
  invalidField,
  notFound,
  query,
} from "../../../kernel/index.ts";
import { isProvisional, isWorkday, type WorkCalendar, workdaysBetween } from "../index.ts";
import {
  calendarOf,
  OBJECT_CALENDAR_AND_PLAN,
  type ObjectCalendarRow,
  YEARS,
} from "./object-calendar-row.ts";
import type { YearRow } from "./present-year.ts";
import { FIRST_YEAR } from "./year-columns.ts";

const MAX_DAYS = 30 * 366;

type Row = ObjectCalendarRow & { windows: [Day, Day][] };
type Dates = Pick<ObjectCalendarRow, "contractDate" | "startDate" | "deadline" | "today">;

/** What other dates or another work week of an object would change if saved. */
export const previewObject = query({
  name: "object.preview",
  permissions: ["object.edit"],
  input: z.strictObject({ objectId: id, ...previewObjectInput.shape }),
  read: async (ctx, { objectId, ...asked }): Promise<ObjectPreview> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "object.edit", { objectId })) throw forbidden("object.edit");
    const [row] = await ctx.db.read<Row>(OBJECT_CALENDAR_AND_PLAN, [objectId, ctx.now.toISOString()]);
    if (row === undefined) throw notFound();
    const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    const next: Row = { ...row, ...given };
    const start = startOf(next);
    if (start !== null && next.deadline !== null) {
      if (next.deadline < start) throw invalidField("deadline", "dates_order");
      if (dayNumber(next.deadline) - dayNumber(start) > MAX_DAYS) throw invalidField("deadline", "date_far");
    }
    const years = await ctx.db.read<YearRow>(YEARS, [FIRST_YEAR]);
    const [before, after] = [calendarOf(row, years), calendarOf(next, years)];
    const { deadline } = next;
    return {
      before: workTime(row, before),
      after: workTime(next, after),
      cells: row.windows.filter((window) => changesWithin(window, before, after)).length,
      beyond: deadline === null ? 0 : row.windows.filter(([, finish]) => finish > deadline).length,
      provisional: deadline !== null && isProvisional(after, deadline),
    };
  },
});

const startOf = ({ startDate, contractDate }: Dates): Day | null => startDate ?? contractDate;

function workTime(dates: Dates, calendar: WorkCalendar): ObjectPreview["after"] {
  const { deadline, today } = dates;
  const start = startOf(dates);
  const count = (from: Day, to: Day) => workdaysBetween(calendar, from, to).length;
  return {
    deadline,
    workdays: deadline === null || start === null ? null : count(start, deadline),
    left: deadline === null ? null : count(addDays(today, 1), deadline),
  };
}

function changesWithin([from, to]: [Day, Day], before: WorkCalendar, after: WorkCalendar): boolean {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkday(before, day) !== isWorkday(after, day)) return true;
  }
  return false;
}
