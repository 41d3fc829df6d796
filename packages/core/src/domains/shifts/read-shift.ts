import type { CrewRef, ObjectStatus, Shift } from "@stsphera/contracts";
import type { Database } from "@stsphera/db";
import { instantText, personRow } from "../../kernel/index.ts";
import { RECORD_COLUMNS, RECORD_TABLES, type ShiftRecordRow } from "./shift-record-row.ts";

/** A part of a shift that is closed, or a foreman whose part is open. */
export type StoredPart = {
  foreman: { id: number; fullName: string } | null;
  closing: {
    id: number;
    version: number;
    at: string;
    by: { id: number; fullName: string } | null;
    confirmed: boolean;
  } | null;
};
export type StoredShift = {
  name: string;
  status: ObjectStatus;
  date: string;
  today: string;
  shiftHours: string;
  crews: CrewRef[];
  parts: StoredPart[];
  records: ShiftRecordRow[];
};

/** SQL condition that a closing `k` is built upon: facts of its part are confirmed. */
export const CONFIRMED = `exists (select from daily_plan_fact e
    where e.object_id = k.object_id and e.date = k.date and e.shift = k.shift and e.status = 'confirmed'
      and e.kind = 'work' and (k.foreman_id is null or e.author_id = k.foreman_id)
      and not exists (select from daily_plan_fact v where v.reverses_id = e.id))`;

/**
 * Foremen of the zones and those who closed a part, with the closings in force; the live records of the day, of one
 * user's crews where `userId` is given.
 */
const statement = (ownCrews: string | false) => `
  with o as (
    select *, ((($4::timestamptz) at time zone time_zone) - day_cutoff)::date as today from objects where id = $1
  ), asked as (select coalesce($2::date, today) as day from o
  ), live as (
    select k.*, ${CONFIRMED} as confirmed from shift_closings k, asked
    where k.object_id = $1 and k.date = asked.day and k.shift = $3 and k.reopened_at is null
  ), foremen as (
    select distinct foreman_id as id from zones where object_id = $1 and foreman_id is not null
    union select foreman_id from live
  )
  select o.name, o.status, asked.day::text as date, o.today::text as today,
    trim_scale(o.shift_hours)::text as "shiftHours",
    coalesce((select json_agg(json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'lead', c.lead,
      'size', c.size) order by c.code) from crews c where c.object_id = o.id), '[]') as crews,
    coalesce((select json_agg(json_build_object(
        'foreman', case when u.id is not null then ${personRow("u")} end,
        'closing', case when k.id is not null then json_build_object('id', k.id, 'version', k.version,
          'at', ${instantText("k.closed_at")}, 'confirmed', k.confirmed,
          'by', case when b.id is not null then ${personRow("b")} end) end) order by u.full_name, u.id)
      from foremen f left join users u on u.id = f.id
      left join live k on k.foreman_id is not distinct from f.id
      left join users b on b.id = k.closed_by), '[]') as parts,
    coalesce((select json_agg(t order by t.id) from (select ${RECORD_COLUMNS} from ${RECORD_TABLES}
      where r.object_id = $1 and r.date = asked.day and r.shift = $3 and r.withdrawn_at is null
        ${ownCrews === false ? "" : `and ${ownCrews}`}) t), '[]') as records
  from o, asked`;

/** Reads what is stored of a shift, in one statement; null for an unknown object. `ownCrews` narrows the records. */
export async function readShift(
  { db, now }: { db: Pick<Database, "read">; now: Date },
  { objectId, date, shift }: { objectId: number; date?: string | undefined; shift: Shift },
  ownCrews: { condition: string; params: readonly unknown[] } | null = null,
): Promise<StoredShift | null> {
  const [row] = await db.read<StoredShift>(statement(ownCrews?.condition ?? false), [
    objectId,
    date ?? null,
    shift,
    now.toISOString(),
    ...(ownCrews?.params ?? []),
  ]);
  return row ?? null;
}
