import type { CalendarList } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, query } from "../../../kernel/index.ts";
import { YEARS } from "./object-calendar-row.ts";
import { presentYear, type YearRow } from "./present-year.ts";
import { FIRST_YEAR } from "./year-columns.ts";

/** How many years ahead plans may reach that are not published yet. */
const YEARS_AHEAD = 3;

/** Every published year, and the following ones by statutory holidays alone. */
export const listCalendars = query({
  name: "calendar.list",
  permissions: ["org.view"],
  input: z.strictObject({}),
  read: async (ctx): Promise<CalendarList> => {
    if (!can(ctx.actor, "org.view")) throw forbidden("org.view");
    const rows = new Map((await ctx.db.read<YearRow>(YEARS, [FIRST_YEAR])).map((row) => [row.year, row]));
    const known = [...rows.keys()];
    const now = ctx.now.getUTCFullYear();
    const first = Math.min(now, ...known);
    const last = Math.max(now + YEARS_AHEAD, ...known);
    const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    return {
      items: years.map((year) => {
        const { provisional, workdays, months, version } = presentYear(year, rows.get(year));
        return { year, provisional, workdays, months, version };
      }),
    };
  },
});
