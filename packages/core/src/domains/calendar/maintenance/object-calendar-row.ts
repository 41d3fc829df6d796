import type { Day } from "../../../kernel/index.ts";
import type { ObjectStatus } from "@stsphera/contracts/vocabulary";
import type { WorkCalendar } from "../index.ts";
import type { YearRow } from "./present-year.ts";
import { YEAR_COLUMNS } from "./year-columns.ts";
import { dayText } from "../../../kernel/index.ts";

export type OwnDay = { day: Day; working: boolean };
export type ObjectCalendarRow = {
  objectId: number;
  code: string;
  name: string;
  status: ObjectStatus;
  contractDate: Day | null;
  startDate: Day | null;
  deadline: Day | null;
  today: Day;
  workWeek: number[];
  followTransfers: boolean;
  overrides: OwnDay[];
  version: number;
};

/** $1 object · $2 instant */
const statement = (more: string) => `
  select o.id as "objectId", o.code, o.name, o.status, o.deadline::text as deadline,
    o.contract_date::text as "contractDate", o.start_date::text as "startDate",
    ${dayText("$2::timestamptz")}::text as today,
    o.work_week as "workWeek", o.follow_transfers as "followTransfers", o.version,
    (select coalesce(json_agg(json_build_object('day', d.day, 'working', d.working) order by d.day), '[]')
      from object_calendar_days d where d.object_id = o.id) as overrides${more}
  from objects o where o.id = $1`;

export const OBJECT_CALENDAR = statement("");

/** With the plan windows of its cells. */
export const OBJECT_CALENDAR_AND_PLAN = statement(`,
    (select coalesce(json_agg(json_build_array(v.plan_start, v.plan_finish)), '[]')
      from floor_volumes v where v.object_id = o.id and v.plan_start is not null) as windows`);

/** The published years from $1 on. */
export const YEARS = `select ${YEAR_COLUMNS} from production_calendars where year >= $1 order by year`;

/** The published years in the form a calendar uses. */
export const yearsOf = (rows: readonly YearRow[]): WorkCalendar["years"] =>
  new Map(
    rows.map(({ year, daysOff, workingWeekends }) => [
      year,
      { daysOff: new Set(daysOff), workingWeekends: new Set(workingWeekends) },
    ]),
  );

/** The calendar of an object, with its own exceptions or with others given. */
export function calendarOf(
  row: Pick<ObjectCalendarRow, "workWeek" | "followTransfers" | "overrides">,
  years: readonly YearRow[],
  overrides: readonly OwnDay[] = row.overrides,
): WorkCalendar {
  return {
    workWeek: row.workWeek,
    followTransfers: row.followTransfers,
    years: yearsOf(years),
    overrides: new Map(overrides.map(({ day, working }) => [day, working])),
  };
}
