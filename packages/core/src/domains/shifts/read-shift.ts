import type { CrewRef, DayShifts, Shift, SilentAnswer } from "@stsphera/contracts";
import type { Database } from "@stsphera/db";
import { instantText, personRow } from "../../kernel/index.ts";
import { OPEN_DAYS, peopleOfCrew } from "../facts/index.ts";
import { dayShifts, isStillSilent, partsOfShift } from "../objects/index.ts";
import type { ShiftFrame } from "./load-shift.ts";
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
    silent: SilentAnswer[];
  } | null;
};
export type StoredShift = ShiftFrame & {
  name: string;
  shiftHours: string;
  crews: CrewRef[];
  /** Crews that the reader leads or works in; empty unless the records are narrowed to these. */
  ownCrewIds: number[];
  parts: StoredPart[];
  records: ShiftRecordRow[];
  /** Of both shifts of the day. */
  figures: DayShifts;
};

/** Working at night begins at this hour (article 96 of the Labour Code); a day shift may end later. */
const NIGHT_FROM = "22:00";

/** SQL condition that a closing `k` is built upon: facts of its part, by its foreman or in their zones, are confirmed. */
export const CONFIRMED = `exists (select from daily_plan_fact e
    where e.object_id = k.object_id and e.date = k.date and e.shift = k.shift and e.status = 'confirmed'
      and e.kind = 'work' and (k.foreman_id is null or k.foreman_id in (e.author_id, e.on_behalf_of) or exists (
        select from zones z join floors lo on lo.id = z.from_floor_id join floors hi on hi.id = z.to_floor_id
          join floor_volumes v on v.id = e.floor_volume_id join floors f on f.id = v.floor_id
        where z.object_id = k.object_id and z.foreman_id = k.foreman_id and z.facade_id = e.facade_id
          and f.sort between lo.sort and hi.sort))
      and not exists (select from daily_plan_fact v where v.reverses_id = e.id))`;

/**
 * Parts of the shift and those that were closed, with the closings in force; the live records of the day, of one
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
    select foreman_id as id from ${partsOfShift("$1", "(select day from asked)", "$3")} p
    union select foreman_id from live
  )
  select o.name, o.status, asked.day::text as date, o.today::text as today,
    trim_scale(o.shift_hours)::text as "shiftHours", o.held_since::text as "heldSince",
    coalesce((select w.day from object_workdays w where w.object_id = o.id and w.day < o.today
      order by w.day desc limit 1 offset ${OPEN_DAYS - 1}), o.today)::text as earliest,
    exists (select from object_workdays w where w.object_id = o.id and w.day = asked.day) as working,
    $3 = 'day' or ($4::timestamptz at time zone o.time_zone)
      >= asked.day + greatest(o.shift_end, time '${NIGHT_FROM}') as begun,
    exists (select from daily_plan_fact e where e.object_id = o.id and e.date = asked.day and e.shift = $3
        and e.kind = 'work' and not exists (select from daily_plan_fact v where v.reverses_id = e.id))
      or exists (select from shift_records r where r.object_id = o.id and r.date = asked.day and r.shift = $3
        and r.withdrawn_at is null) as anything,
    coalesce((select json_agg(json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'lead', c.lead,
      'size', c.size) order by c.code) from crews c where c.object_id = o.id), '[]') as crews,
    ${ownCrews === false ? "'{}'::int[]" : `array(select c.id from crews c where c.object_id = o.id and $5::int = any (${peopleOfCrew("c")}))`}
      as "ownCrewIds",
    coalesce((select json_agg(json_build_object(
        'foreman', case when u.id is not null then ${personRow("u")} end,
        'closing', case when k.id is not null then json_build_object('id', k.id, 'version', k.version,
          'at', ${instantText("k.closed_at")}, 'confirmed', k.confirmed,
          'silent', (select coalesce(json_agg(json_build_object('floorVolumeId', sv.id, 'work', sw.name,
              'facade', sa.code, 'floor', sf.code, 'code', s->>'code', 'text', s->>'text') order by n), '[]')
            from jsonb_array_elements(k.silent) with ordinality as t(s, n)
            join floor_volumes sv on sv.id = (s->>'floorVolumeId')::int
            join work_types sw on sw.id = sv.work_type_id join facades sa on sa.id = sv.facade_id
            join floors sf on sf.id = sv.floor_id
            where ${isStillSilent("k", "sv.id")}),
          'by', case when b.id is not null then ${personRow("b")} end) end) order by u.full_name, u.id)
      from foremen f left join users u on u.id = f.id
      left join live k on k.foreman_id is not distinct from f.id
      left join users b on b.id = k.closed_by), '[]') as parts,
    coalesce((select json_agg(t order by t.id) from (select ${RECORD_COLUMNS} from ${RECORD_TABLES}
      where r.object_id = $1 and r.date = asked.day and r.shift = $3 and r.withdrawn_at is null
        ${ownCrews === false ? "" : `and ${ownCrews}`}) t), '[]') as records,
    ${dayShifts("o.id", "asked.day")} as figures
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
