import { schema } from "@stsphera/db";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import { addDays, type Day } from "../../kernel/time/days.ts";
import { shareCalendars } from "./calendar-lock.ts";
import { isProvisional, type WorkCalendar, workdaysBetween } from "./working-days.ts";

const DAYS_BEFORE = 400;
const DAYS_AFTER = 1100;

/**
 * Rebuilds an object's list of working days: from about a year before its start to three years after its deadline.
 */
export async function rebuildWorkdays(tx: Tx, objectId: number): Promise<void> {
  const [object] = await tx.select().from(schema.objects).where(eq(schema.objects.id, objectId));
  if (object === undefined) throw new Error("no such object");
  await shareCalendars(tx);
  const calendar = await loadCalendar(tx, objectId, object);
  const { from, to } = spanOf(object);
  const days = workdaysBetween(calendar, from, to);
  const provisional = days.map((day) => isProvisional(calendar, day));
  await tx.delete(schema.objectWorkdays).where(eq(schema.objectWorkdays.objectId, objectId));
  await tx.execute(sql`
    insert into object_workdays (object_id, day, ordinal, provisional)
    select ${objectId}, w.day, w.ordinal, w.provisional
    from unnest(${sql.param(asArray(days))}::date[], ${sql.param(asArray(provisional))}::boolean[])
      with ordinality as w(day, provisional, ordinal)`);
}

type Dated = { createdAt: Date; startDate: Day | null; contractDate: Day | null; deadline: Day | null };

/** The range of days for which an object's working days are listed. */
export function spanOf(object: Dated): { from: Day; to: Day } {
  const created = object.createdAt.toISOString().slice(0, 10);
  return {
    from: addDays(object.startDate ?? object.contractDate ?? created, -DAYS_BEFORE),
    to: addDays(object.deadline ?? created, DAYS_AFTER),
  };
}

/** The calendar of an object: its work week, the published years and its own exceptions. */
export async function loadCalendar(
  tx: Tx,
  objectId: number,
  object: { workWeek: number[]; followTransfers: boolean },
): Promise<WorkCalendar> {
  const years = await loadYears(tx);
  const own = await tx
    .select()
    .from(schema.objectCalendarDays)
    .where(eq(schema.objectCalendarDays.objectId, objectId));
  return {
    workWeek: object.workWeek,
    followTransfers: object.followTransfers,
    years,
    overrides: new Map<Day, boolean>(own.map((row) => [row.day, row.working])),
  };
}

/** The published years. */
export async function loadYears(tx: Tx): Promise<WorkCalendar["years"]> {
  const years = await tx.select().from(schema.productionCalendars);
  return new Map(
    years.map(({ year, daysOff, workingWeekends }) => [
      year,
      { daysOff: new Set(daysOff), workingWeekends: new Set(workingWeekends) },
    ]),
  );
}

const asArray = (values: readonly (string | boolean)[]) => `{${values.join(",")}}`;
