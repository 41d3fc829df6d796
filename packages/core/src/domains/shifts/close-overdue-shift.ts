import { id } from "@stsphera/contracts";
import { type Shift, SHIFTS } from "@stsphera/contracts/vocabulary";
import { type Database, schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { command, type Context, forbidden, insertRow, notFound } from "../../kernel/index.ts";
import { hasBegun, isPartClosed, lockObjectOf, partsOfShift } from "../objects/index.ts";
import { presentClosing } from "./present-closing.ts";
import { linesOfPart, readPartLines } from "./shift-parts.ts";

/** The hour of the next working day at which a shift closes itself. */
const HOUR = 12;
/** Days back that are looked at: the scheduler may have been away. */
const DAYS_BACK = 14;

export type OverdueShift = { objectId: number; date: string; shift: Shift; foremanId: number | null };
/** `whole`: nobody leads a zone. */
type Found = OverdueShift & { whole: boolean };

/** SQL condition that a working day `w` of an object `o` has a shift though nothing is entered. */
const isShiftDay = `
      w.day >= coalesce((select max((m.at at time zone o.time_zone)::date) from entity_moves m
        where m.entity_type = 'object' and m.entity_id = o.id and m."to" = 'active' and m.undone_at is null), w.day)
      and ${hasBegun("o.id", "w.day")}`;

/**
 * Parts of shifts that nobody closed by 12:00 of the next working day, on running objects: of the working day before,
 * of nights, days off and earlier days of which something is entered, and of earlier working days of which no part is
 * closed, since the object has closed shifts: the scheduler was away. A working day of which nothing is entered has a
 * shift since the object was last started and its works have begun. A part that was opened again closes itself at 12:00
 * of the next working day after it was opened.
 */
const due = (now: Date, only: OverdueShift | null): SQL => sql`
  select o.id as "objectId", d.day::text as date, d.shift, p.foreman_id as "foremanId",
    not exists (select from zones z where z.object_id = o.id and z.foreman_id is not null) as whole
  from objects o
  cross join lateral (select ${now.toISOString()}::timestamptz at time zone o.time_zone as now) l
  cross join lateral (
    (select w.day, 'day' as shift from object_workdays w where w.object_id = o.id and w.day < l.now::date
      and ${sql.raw(isShiftDay)} order by w.day desc limit 1)
    union select w.day, 'day' from object_workdays w where w.object_id = o.id
      and w.day between l.now::date - ${DAYS_BACK}::int and l.now::date - 1
      and w.day > (select min(k.date) from shift_closings k where k.object_id = o.id)
      and ${sql.raw(isShiftDay)} and not exists (select from shift_closings k where k.object_id = o.id and k.date = w.day and k.shift = 'day')
    union select e.date, e.shift from daily_plan_fact e
      where e.object_id = o.id and e.kind = 'work' and e.date between l.now::date - ${DAYS_BACK}::int and l.now::date
    union select r.date, r.shift from shift_records r
      where r.object_id = o.id and r.date between l.now::date - ${DAYS_BACK}::int and l.now::date
    union select k.date, k.shift from shift_closings k
      where k.object_id = o.id and k.reopened_at > l.now::date - ${DAYS_BACK}::int) d
  cross join lateral ${sql.raw(partsOfShift("o.id", "d.day", "d.shift"))} p
  cross join lateral (select greatest(d.day, max((k.reopened_at at time zone o.time_zone)::date)) as day
    from shift_closings k where k.object_id = o.id and k.date = d.day and k.shift = d.shift
      and k.foreman_id is not distinct from p.foreman_id) opened
  cross join lateral (select min(w.day) as day from object_workdays w
    where w.object_id = o.id and w.day > opened.day) next
  where o.status in ('active', 'completing')
    and l.now >= next.day + interval '${sql.raw(String(HOUR))} hours'
    and not ${sql.raw(isPartClosed("o.id", "d.day", "d.shift", "p.foreman_id"))}
    ${
      only === null
        ? sql``
        : sql`and o.id = ${only.objectId} and d.day = ${only.date}::date and d.shift = ${only.shift}
            and p.foreman_id is not distinct from ${only.foremanId}::int`
    }
  order by o.id, d.day, d.shift, p.foreman_id`;

/** Parts of shifts that have to close themselves now. */
export const findOverdueShifts = async ({ orm }: Pick<Database, "orm">, now: Date): Promise<OverdueShift[]> =>
  (await orm.execute<Found>(due(now, null))).map(({ whole: _whole, ...shift }) => shift);

/** Closes a part of a shift that its foreman left open, marked as closed by itself. For a job. */
export const closeOverdueShift = command({
  name: "shift.close_overdue",
  permissions: [],
  input: z.strictObject({
    objectId: id,
    date: z.iso.date(),
    shift: z.enum(SHIFTS),
    foremanId: id.nullable(),
  }),
  load: async (tx, ctx, { objectId, ...asked }) => {
    await lockObjectOf(tx, objectId);
    const [found] = await tx.execute<Found>(due(ctx.now, { objectId, ...asked }));
    if (found === undefined) throw notFound();
    return found;
  },
  authorize: ({ actor }) => {
    if (actor.kind !== "system" || !can(actor, "settings.manage")) throw forbidden("settings.manage");
  },
  execute: async (tx, { ctx, target: { objectId, date, shift, foremanId, whole } }) => {
    const silent = await silentLines(ctx, { objectId, date, shift, foremanId });
    const row = await insertRow(tx, schema.shiftClosings, {
      objectId,
      date,
      shift,
      foremanId,
      whole,
      closedBy: null,
      closedAt: ctx.now,
      silent,
    });
    const of = { date, shift, foremanId };
    return {
      result: presentClosing(row),
      changes: [
        {
          entityType: "shift_closing",
          entityId: row.id,
          objectId,
          before: null,
          after: { ...of, silent, byItself: true },
        },
      ],
      events: [
        {
          type: "shift.closed" as const,
          objectId,
          entityType: "object",
          entityId: objectId,
          payload: { ...of, closingId: row.id, byItself: true },
        },
      ],
    };
  },
});

async function silentLines(ctx: Context, shift: OverdueShift) {
  const { foremanId } = shift;
  const day = await readPartLines(ctx, shift);
  return (day === null ? [] : linesOfPart(day, foremanId))
    .filter(({ doneOfDay }) => doneOfDay === null)
    .map(({ floorVolumeId }) => ({ floorVolumeId, code: "unanswered", text: null }));
}
