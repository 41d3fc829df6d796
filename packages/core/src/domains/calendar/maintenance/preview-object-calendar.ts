import { id, type ObjectCalendarPreview, previewObjectCalendarInput } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, query } from "../../../kernel/index.ts";
import {
  calendarOf,
  OBJECT_CALENDAR_AND_PLAN,
  type ObjectCalendarRow,
  YEARS,
} from "./object-calendar-row.ts";
import { changedDays, checkedOwnDays } from "./own-days.ts";
import type { YearRow } from "./present-year.ts";
import { shiftOf } from "./shift-of.ts";
import { FIRST_YEAR } from "./year-columns.ts";

type Row = ObjectCalendarRow & { windows: [string, string][] };

/** What an object's own days would change if saved. */
export const previewObjectCalendar = query({
  name: "object.calendar_preview",
  permissions: ["object.edit"],
  input: z.strictObject({ objectId: id, ...previewObjectCalendarInput.shape }),
  read: async (ctx, { objectId, days }): Promise<ObjectCalendarPreview> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "object.edit", { objectId })) throw forbidden("object.edit");
    const asked = checkedOwnDays(days);
    const [row] = await ctx.db.read<Row>(OBJECT_CALENDAR_AND_PLAN, [objectId, ctx.now.toISOString()]);
    if (row === undefined) throw notFound();
    const years = await ctx.db.read<YearRow>(YEARS, [FIRST_YEAR]);
    const before = calendarOf(row, years);
    const after = calendarOf(row, years, asked);
    const changed = changedDays(before, after);
    const { code, name, status, deadline, today } = row;
    return {
      days: changed.length,
      cells: row.windows.filter(([from, to]) => changed.some((day) => day >= from && day <= to)).length,
      shift:
        deadline === null ? null : shiftOf({ objectId, code, name, status, deadline, today }, before, after),
    };
  },
});
