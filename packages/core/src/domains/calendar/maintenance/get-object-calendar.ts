import { id, type ObjectCalendar, objectCalendarQuery } from "@stsphera/contracts";
import { sees } from "@stsphera/rbac";
import { z } from "zod";
import { invalidField, notFound, query, addDays, dayNumber } from "../../../kernel/index.ts";
import { isProvisional, isWorkday } from "../index.ts";
import { calendarOf, OBJECT_CALENDAR, type ObjectCalendarRow, YEARS } from "./object-calendar-row.ts";
import type { YearRow } from "./present-year.ts";
import { FIRST_YEAR } from "./year-columns.ts";

const USUAL_DAYS = 62;
const MAX_DAYS = 400;
/** The last day shown. */
const LAST_DAY = "2100-12-31";

/** The days of an object one by one: worked or not, its own exceptions, and whether the year is published. */
export const getObjectCalendar = query({
  name: "object.calendar",
  permissions: ["object.view"],
  input: z.strictObject({ objectId: id, ...objectCalendarQuery.shape }),
  read: async (ctx, { objectId, ...range }): Promise<ObjectCalendar> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    const [row] = await ctx.db.read<ObjectCalendarRow>(OBJECT_CALENDAR, [objectId, ctx.now.toISOString()]);
    if (row === undefined) throw notFound();
    const from = range.from ?? row.today;
    const usual = addDays(from, USUAL_DAYS - 1);
    const to = range.to ?? (usual > LAST_DAY ? LAST_DAY : usual);
    if (to < from) throw invalidField("to", "dates_order");
    const count = dayNumber(to) - dayNumber(from) + 1;
    if (count > MAX_DAYS) throw invalidField("to", "range_too_long", { days: MAX_DAYS });
    const calendar = calendarOf(row, await ctx.db.read<YearRow>(YEARS, [FIRST_YEAR]));
    const days = Array.from({ length: count }, (_, at) => {
      const day = addDays(from, at);
      return {
        day,
        working: isWorkday(calendar, day),
        provisional: isProvisional(calendar, day),
        own: calendar.overrides.has(day),
      };
    });
    return {
      objectId,
      from,
      to,
      workWeek: row.workWeek,
      followTransfers: row.followTransfers,
      days,
      workdays: days.filter((one) => one.working).length,
      provisional: days.some((one) => one.provisional),
      overrides: row.overrides,
      version: row.version,
    };
  },
});
