import type { CrewRef, ObjectStatus, ReturnedEntryRef, Shift } from "@stsphera/contracts";
import { instantText } from "../../kernel/index.ts";
import { isInTerm } from "./fact-standing.ts";
import { peopleOfCrew } from "./own-crew.ts";

/** What the form needs of the object and the calendar, in one statement. */
export type FormFrame = {
  id: number;
  name: string;
  status: ObjectStatus;
  heldSince: string | null;
  date: string;
  today: string;
  dayEndsAt: string;
  shift: Shift;
  shiftHours: string;
  /** A night of the day may have begun, or the reader works nights. */
  nights: boolean;
  working: boolean;
  /** The day of the seventh shift before today: the oldest open day. */
  earliest: string;
  /** The day of the tenth shift before the form's day. */
  tenShiftsAgo: string;
  /** Entries of the reader that were returned and not corrected yet. */
  returned: ReturnedEntryRef[];
  /** Whether nobody else on the object may confirm what the reader enters. */
  unconfirmed: boolean;
  /** Whether anything is planned on the object. */
  planned: boolean;
  crews: CrewRef[];
  /** Crews of the object that the reader leads or works in. */
  ownCrewIds: number[];
  /** Lines without a fact that the reader named when they closed the shift; null while it is open. */
  answered: { floorVolumeId: number }[] | null;
  /** Whether the reader's part of the shift is closed. */
  closed: boolean;
  /** Whom the reader stands in for on the object, by full name. */
  standsFor: string[];
  /** Zones of the object whose foreman is the reader, or somebody the reader stands in for; for nobody's lines, any. */
  zones: OwnZone[];
  /** Foremen of zones of the object. */
  foremanIds: number[];
};

export type OwnZone = { name: string; facadeId: number; facade: string; fromSort: number; toSort: number };

/** `$6` whose zones; null for those of all foremen. */
export const FRAME_STATEMENT = `
  with o as (
    select *, (($2::timestamptz at time zone time_zone) - day_cutoff)::date as today
    from objects where id = $1
  ), night as (
    -- The night that is worked now, or ended less than two hours ago, for who entered facts of nights lately.
    select case when l.clock >= o.day_cutoff and l.clock < o.day_cutoff + interval '2 hours' then o.today - 1
      when l.clock < o.day_cutoff or l.clock >= o.shift_end then o.today end as day
    from o cross join lateral (select ($2::timestamptz at time zone o.time_zone)::time as clock) l
    where exists (select from daily_plan_fact e where e.object_id = o.id and e.author_id = $5::int
      and e.shift = 'night' and e.kind = 'work' and e.date between o.today - 7 and o.today)
  ), f as (
    select o.*, n.day as night, coalesce($3::date, n.day, o.today) as form_day from o left join night n on true
  )
  select f.id, f.name, f.status, f.held_since::text as "heldSince", f.form_day::text as date, f.today::text as today,
    ${instantText("(f.today + 1 + f.day_cutoff) at time zone f.time_zone")} as "dayEndsAt",
    coalesce($8::text, case when f.form_day = f.night then 'night' else 'day' end) as shift,
    trim_scale(f.shift_hours)::text as "shiftHours",
    f.form_day < f.today or f.night is not null or coalesce($8::text = 'night', false)
      or ($2::timestamptz at time zone f.time_zone)::time not between f.day_cutoff and f.shift_end as nights,
    exists (select from object_workdays w where w.object_id = f.id and w.day = f.form_day) as working,
    coalesce((select w.day from object_workdays w where w.object_id = f.id and w.day < f.today
      order by w.day desc offset $4::int - 1 limit 1), f.today)::text as earliest,
    coalesce((select w.day from object_workdays w where w.object_id = f.id and w.day < f.form_day
      order by w.day desc offset 9 limit 1), f.form_day - 10)::text as "tenShiftsAgo",
    coalesce((select json_agg(json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'lead', c.lead,
      'size', c.size) order by c.code) from crews c where c.object_id = f.id), '[]') as crews,
    coalesce((select json_agg(t order by t.date, t."factId") from (
      select e.id as "factId", e.floor_volume_id as "floorVolumeId", e.date::text as date,
        json_build_object('id', w.id, 'code', w.code, 'name', w.name, 'unit', w.unit) as "workType",
        fa.code as facade, fl.code as floor, trim_scale(e.quantity)::text as quantity,
        e.return_reason as reason, d.full_name as by, p.full_name as behalf
      from daily_plan_fact e
      join floor_volumes v on v.id = e.floor_volume_id
      join facades fa on fa.id = e.facade_id
      join floors fl on fl.id = v.floor_id
      join work_types w on w.id = e.work_type_id
      left join users d on d.id = e.decided_by left join users p on p.id = e.decided_on_behalf_of
      where e.author_id = $5::int and e.object_id = f.id and e.status = 'returned' and e.kind = 'work'
        and not exists (select from daily_plan_fact r where r.reverses_id = e.id)
        and ${isInTerm("f.today", { entry: "e", object: "f" })}
      order by e.date, e.id limit 20) t), '[]') as returned,
    array(select s.full_name from users s where s.id = any ($6::int[]) and s.id <> $5::int order by s.full_name) as "standsFor",
    exists (select from floor_volumes v where v.object_id = f.id) as planned,
    not exists (select from object_roles m join users u on u.id = m.user_id and u.status = 'active' and u.role <> 'viewer'
      where m.object_id = f.id and m.user_id <> $5::int and m.role = any ($7::text[])) as unconfirmed,
    array(select c.id from crews c where c.object_id = f.id and (case when $6::int[] is null
        then exists (select from zones z where z.object_id = f.id and z.foreman_id = any (${peopleOfCrew("c")}))
        else $5::int = any (${peopleOfCrew("c")}) end) order by c.id) as "ownCrewIds",
    array(select distinct z.foreman_id from zones z where z.object_id = f.id and z.foreman_id is not null)
      as "foremanIds",
    (select k.silent from shift_closings k where k.object_id = f.id and k.date = f.form_day
      and k.shift = coalesce($8::text, 'day') and k.foreman_id is not distinct from $5::int
      and k.reopened_at is null) as answered,
    exists (select from shift_closings k where k.object_id = f.id and k.date = f.form_day
      and k.shift = coalesce($8::text, 'day') and (k.foreman_id = $5::int or k.whole)
      and k.reopened_at is null) as closed,
    coalesce((select json_agg(json_build_object('name', z.name, 'facadeId', z.facade_id, 'facade', fa.code,
        'fromSort', lo.sort, 'toSort', hi.sort) order by fa.sort, lo.sort, z.id)
      from zones z join facades fa on fa.id = z.facade_id join floors lo on lo.id = z.from_floor_id
        join floors hi on hi.id = z.to_floor_id
      where z.object_id = f.id and z.foreman_id is not null
        and ($6::int[] is null or z.foreman_id = any ($6::int[]))), '[]') as zones
  from f`;
