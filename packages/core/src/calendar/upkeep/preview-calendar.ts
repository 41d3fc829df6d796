import { type CalendarPreview, calendarYearNumber, previewCalendarInput } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, query } from "../../kernel/index.ts";
import type { WorkCalendar } from "../index.ts";
import { YEARS, yearsOf } from "./object-calendar-row.ts";
import { totalsOf, type YearRow } from "./present-year.ts";
import { type Dated, shiftOf } from "./shift-of.ts";
import { checkedYear } from "./year-days.ts";
import { FIRST_YEAR } from "./year-columns.ts";

const SHOWN = 100;

/** Objects that are not over. $1 instant */
const OBJECTS = `
  select o.id as "objectId", o.code, o.name, o.status, o.deadline::text as deadline,
    (($1::timestamptz at time zone o.time_zone) - o.day_cutoff)::date::text as today,
    o.work_week as "workWeek", o.follow_transfers as "followTransfers",
    (select json_object_agg(d.day, d.working) from object_calendar_days d where d.object_id = o.id) as overrides
  from objects o where o.status not in ('closed', 'archived')
  order by o.deadline, o.id`;

type ObjectRow = Omit<Dated, "deadline"> & {
  deadline: string | null;
  workWeek: number[];
  followTransfers: boolean;
  overrides: Record<string, boolean> | null;
};

/** What a year's calendar would move before it is saved: working days left and finish dates, object by object. */
export const previewCalendar = query({
  name: "calendar.preview",
  permissions: ["settings.manage"],
  input: z.strictObject({ year: calendarYearNumber, ...previewCalendarInput.shape }),
  read: async (ctx, { year, ...asked }): Promise<CalendarPreview> => {
    if (!can(ctx.actor, "settings.manage")) throw forbidden("settings.manage");
    const days = checkedYear(year, asked);
    const rows = await ctx.db.read<YearRow>(YEARS, [FIRST_YEAR]);
    const objects = await ctx.db.read<ObjectRow>(OBJECTS, [ctx.now.toISOString()]);
    const before = yearsOf(rows);
    const after = new Map([...before, ...yearsOf([{ ...days, year, version: 1 }])]);
    const shifts = objects.flatMap((object) => moves(object, before, after));
    const moved = shifts.filter(({ workdaysLeft }) => workdaysLeft.before !== workdaysLeft.after);
    const size = ({ workdaysLeft }: (typeof shifts)[number]) =>
      Math.abs(workdaysLeft.after - workdaysLeft.before);
    const published = rows.find((row) => row.year === year) ?? null;
    return {
      year,
      before: { workdays: totalsOf(year, published).workdays, provisional: published === null },
      after: { workdays: totalsOf(year, days).workdays },
      objects: objects.length,
      moved: moved.length,
      items: moved.sort((a, b) => size(b) - size(a) || a.objectId - b.objectId).slice(0, SHOWN),
    };
  },
});

function moves(
  { workWeek, followTransfers, overrides, deadline, ...object }: ObjectRow,
  before: WorkCalendar["years"],
  after: WorkCalendar["years"],
) {
  if (deadline === null) return [];
  const own = { workWeek, followTransfers, overrides: new Map(Object.entries(overrides ?? {})) };
  return [shiftOf({ ...object, deadline }, { ...own, years: before }, { ...own, years: after })];
}
