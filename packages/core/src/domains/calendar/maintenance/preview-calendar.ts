import {
  type CalendarPreview,
  type CalendarShift,
  calendarYearNumber,
  previewCalendarInput,
} from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { dayText, forbidden, query, addDays } from "../../../kernel/index.ts";
import { isWorkday, spanOf, type WorkCalendar } from "../index.ts";
import { YEARS, yearsOf } from "./object-calendar-row.ts";
import { totalsOf, type YearRow } from "./present-year.ts";
import { type Dated, shiftOf } from "./shift-of.ts";
import { checkedYear } from "./year-days.ts";
import { FIRST_YEAR } from "./year-columns.ts";

const SHOWN = 100;

/** Open objects. $1 instant */
const OBJECTS = `
  select o.id as "objectId", o.code, o.name, o.status, o.deadline::text as deadline,
    ${dayText("$1::timestamptz")}::text as today,
    o.work_week as "workWeek", o.follow_transfers as "followTransfers",
    o.contract_date::text as "contractDate", o.start_date::text as "startDate",
    to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
    (select json_object_agg(d.day, d.working) from object_calendar_days d where d.object_id = o.id) as overrides
  from objects o where o.status not in ('closed', 'archived')
  order by o.deadline, o.id`;

type ObjectRow = Omit<Dated, "deadline"> & {
  contractDate: string | null;
  startDate: string | null;
  deadline: string | null;
  createdAt: string;
  workWeek: number[];
  followTransfers: boolean;
  overrides: Record<string, boolean> | null;
};

/** What a year's calendar would change if saved: remaining working days and finish dates by object. */
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
    const both = objects.map((object) => ({
      object,
      had: calendarOf(object, before),
      gets: calendarOf(object, after),
    }));
    const shifts = both.flatMap(moves);
    const moved = shifts.filter(({ workdaysLeft }) => workdaysLeft.before !== workdaysLeft.after);
    const size = ({ workdaysLeft }: (typeof shifts)[number]) =>
      Math.abs(workdaysLeft.after - workdaysLeft.before);
    const published = rows.find((row) => row.year === year) ?? null;
    return {
      year,
      before: { workdays: totalsOf(year, published).workdays, provisional: published === null },
      after: { workdays: totalsOf(year, days).workdays },
      objects: objects.length,
      rescheduled: both.filter((one) => worksOtherDays(year, one)).length,
      moved: moved.length,
      items: moved.sort((a, b) => size(b) - size(a) || a.objectId - b.objectId).slice(0, SHOWN),
    };
  },
});

/** An object with its present and its proposed calendar. */
type Both = { object: ObjectRow; had: WorkCalendar; gets: WorkCalendar };

function calendarOf(
  { workWeek, followTransfers, overrides }: ObjectRow,
  years: WorkCalendar["years"],
): WorkCalendar {
  return { workWeek, followTransfers, years, overrides: new Map(Object.entries(overrides ?? {})) };
}

function moves({ object, had, gets }: Both): CalendarShift[] {
  const { objectId, code, name, status, deadline, today } = object;
  return deadline === null ? [] : [shiftOf({ objectId, code, name, status, deadline, today }, had, gets)];
}

/** True when the two calendars differ on a listed day of that year. */
function worksOtherDays(year: number, { object, had, gets }: Both): boolean {
  const { from, to } = spanOf({ ...object, createdAt: new Date(object.createdAt) });
  const last = to < `${year}-12-31` ? to : `${year}-12-31`;
  for (let day = from > `${year}-01-01` ? from : `${year}-01-01`; day <= last; day = addDays(day, 1))
    if (isWorkday(had, day) !== isWorkday(gets, day)) return true;
  return false;
}
