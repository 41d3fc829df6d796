import { type CalendarYearAnswer, calendarYearNumber } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, query } from "../../../kernel/index.ts";
import { presentYear, type YearRow } from "./present-year.ts";
import { YEAR_COLUMNS } from "./year-columns.ts";

const YEAR = `select ${YEAR_COLUMNS} from production_calendars where year = $1`;

/** The production calendar of a year. */
export const getCalendar = query({
  name: "calendar.get",
  permissions: ["org.view"],
  input: z.strictObject({ year: calendarYearNumber }),
  read: async (ctx, { year }): Promise<CalendarYearAnswer> => {
    if (!can(ctx.actor, "org.view")) throw forbidden("org.view");
    const [row] = await ctx.db.read<YearRow>(YEAR, [year]);
    return presentYear(year, row);
  },
});
