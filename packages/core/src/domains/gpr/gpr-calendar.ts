import { schema } from "@stsphera/db";
import { createWorkdays, dayOf, type Workdays } from "@stsphera/schedule";
import { eq } from "drizzle-orm";
import { notFound, type Tx } from "../../kernel/index.ts";
import { isWorkday, loadCalendar, type WorkCalendar } from "../calendar/index.ts";

/** The working days of a calendar, numbered for the engine. */
export const workdaysOfCalendar = (calendar: WorkCalendar): Workdays =>
  createWorkdays((day) => isWorkday(calendar, dayOf(day)));

/** The working days of an object. */
export async function workdaysOf(tx: Tx, objectId: number): Promise<Workdays> {
  const { workWeek, followTransfers } = schema.objects;
  const [object] = await tx
    .select({ workWeek, followTransfers })
    .from(schema.objects)
    .where(eq(schema.objects.id, objectId));
  if (object === undefined) throw notFound();
  return workdaysOfCalendar(await loadCalendar(tx, objectId, object));
}

/** SQL of an object's calendar as JSON, read by `calendarOf`; `o` is the alias of the object. */
export const CALENDAR_JSON = `json_build_object('workWeek', o.work_week, 'followTransfers', o.follow_transfers,
    'years', (select coalesce(json_agg(json_build_array(y.year, y.days_off, y.working_weekends)), '[]')
      from production_calendars y),
    'overrides', (select coalesce(json_agg(json_build_array(d.day, d.working)), '[]')
      from object_calendar_days d where d.object_id = o.id))`;

export type StoredCalendar = {
  workWeek: number[];
  followTransfers: boolean;
  years: [number, string[], string[]][];
  overrides: [string, boolean][];
};

export const calendarOf = ({
  workWeek,
  followTransfers,
  years,
  overrides,
}: StoredCalendar): WorkCalendar => ({
  workWeek,
  followTransfers,
  years: new Map(
    years.map(([year, off, worked]) => [year, { daysOff: new Set(off), workingWeekends: new Set(worked) }]),
  ),
  overrides: new Map(overrides),
});
