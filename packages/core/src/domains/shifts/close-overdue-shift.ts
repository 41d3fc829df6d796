import { id } from "@stsphera/contracts";
import { type Database, schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { command, type Context, forbidden, insertRow, notFound } from "../../kernel/index.ts";
import { lockObjectOf } from "../objects/index.ts";
import { presentClosing } from "./present-closing.ts";
import { linesOfPart, readPartLines } from "./shift-parts.ts";

/** The hour of the next working day at which a shift closes itself. */
const HOUR = 12;
/** Working days back that are looked at: the scheduler may have been away. */
const DAYS_BACK = 5;

export type OverdueShift = { objectId: number; date: string; foremanId: number | null };

/**
 * Parts of day shifts that nobody closed by 12:00 of the next working day, on running objects: one for each foreman of
 * a zone, or one for an object without them. Of earlier days those with facts or records: the scheduler was away.
 */
const due = (now: Date, only: OverdueShift | null): SQL => sql`
  select o.id as "objectId", d.day::text as date, p.foreman_id as "foremanId"
  from objects o
  cross join lateral (select ${now.toISOString()}::timestamptz at time zone o.time_zone as now) l
  cross join lateral (
    select w.day, lead(w.day) over (order by w.day) as next from object_workdays w
    where w.object_id = o.id and w.day <= l.now::date order by w.day desc limit ${DAYS_BACK + 1}) d
  cross join lateral (
    select distinct z.foreman_id from zones z where z.object_id = o.id and z.foreman_id is not null
    union all select null where not exists (select from zones z where z.object_id = o.id and z.foreman_id is not null)) p
  where o.status in ('active', 'completing') and d.next is not null and l.now >= d.next + interval '${sql.raw(String(HOUR))} hours'
    and (d.next = l.now::date or exists (select from daily_plan_fact e where e.object_id = o.id and e.date = d.day)
      or exists (select from shift_records r where r.object_id = o.id and r.date = d.day))
    and not exists (select from shift_closings k where k.object_id = o.id and k.date = d.day and k.shift = 'day'
      and k.foreman_id is not distinct from p.foreman_id and k.reopened_at is null)
    ${
      only === null
        ? sql``
        : sql`and o.id = ${only.objectId} and d.day = ${only.date}::date
            and p.foreman_id is not distinct from ${only.foremanId}::int`
    }
  order by o.id, d.day, p.foreman_id`;

/** Parts of shifts that have to close themselves now. */
export const findOverdueShifts = async (
  { orm }: Pick<Database, "orm">,
  now: Date,
): Promise<OverdueShift[]> => [...(await orm.execute<OverdueShift>(due(now, null)))];

/** Closes a part of a shift that its foreman left open, marked as closed by itself. For a job. */
export const closeOverdueShift = command({
  name: "shift.close_overdue",
  permissions: [],
  input: z.strictObject({ objectId: id, date: z.iso.date(), foremanId: id.nullable() }),
  load: async (tx, ctx, { objectId, date, foremanId }) => {
    await lockObjectOf(tx, objectId);
    const [found] = await tx.execute<OverdueShift>(due(ctx.now, { objectId, date, foremanId }));
    if (found === undefined) throw notFound();
    return found;
  },
  authorize: ({ actor }) => {
    if (actor.kind !== "system" || !can(actor, "settings.manage")) throw forbidden("settings.manage");
  },
  execute: async (tx, { ctx, target: { objectId, date, foremanId } }) => {
    const silent = await silentLines(ctx, { objectId, date, foremanId });
    const row = await insertRow(tx, schema.shiftClosings, {
      objectId,
      date,
      shift: "day",
      foremanId,
      closedBy: null,
      closedAt: ctx.now,
      silent,
    });
    const of = { date, shift: "day", foremanId };
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

async function silentLines(ctx: Context, { objectId, date, foremanId }: OverdueShift) {
  const day = await readPartLines(ctx, { objectId, date, shift: "day", foremanId });
  return (day === null ? [] : linesOfPart(day, foremanId))
    .filter(({ doneOfDay }) => doneOfDay === null)
    .map(({ floorVolumeId }) => ({ floorVolumeId, code: "unanswered", text: null }));
}
