import { countWorkdaysInput, type WorkdaysCounted } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { dayNumber, forbidden, invalidField, query } from "../../../kernel/index.ts";
import { isProvisional, workdaysBetween } from "../index.ts";
import { calendarOf, YEARS } from "./object-calendar-row.ts";
import type { YearRow } from "./present-year.ts";
import { FIRST_YEAR } from "./year-columns.ts";

const MAX_DAYS = 30 * 366;

/** Working days between two days in a work week, for an object that is not there yet. */
export const countWorkdays = query({
  name: "calendar.count",
  permissions: ["object.create"],
  input: countWorkdaysInput,
  read: async (ctx, { from, to, workWeek, followTransfers }): Promise<WorkdaysCounted> => {
    if (!can(ctx.actor, "object.create")) throw forbidden("object.create");
    if (to < from) throw invalidField("to", "dates_order");
    if (dayNumber(to) - dayNumber(from) > MAX_DAYS) throw invalidField("to", "date_far");
    const years = await ctx.db.read<YearRow>(YEARS, [FIRST_YEAR]);
    const calendar = calendarOf({ workWeek, followTransfers, overrides: [] }, years);
    return {
      workdays: workdaysBetween(calendar, from, to).length,
      provisional: isProvisional(calendar, to),
    };
  },
});
