import type { CrewRef, ObjectStatus, ReturnedEntryRef, Shift, Unit, WorkGroup } from "@stsphera/contracts";
import { instantText } from "../../kernel/index.ts";
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
    coalesce((select json_agg(json_build_object('name', z.name, 'facadeId', z.facade_id, 'facade', fa.code,
        'fromSort', lo.sort, 'toSort', hi.sort) order by fa.sort, lo.sort, z.id)
      from zones z join facades fa on fa.id = z.facade_id join floors lo on lo.id = z.from_floor_id
        join floors hi on hi.id = z.to_floor_id
      where z.object_id = f.id and z.foreman_id is not null
        and ($6::int[] is null or z.foreman_id = any ($6::int[]))), '[]') as zones
  from f`;

/** A cell of the form, with its ledger entries around the day. */
export type FormCell = {
  floorVolumeId: number;
  workTypeId: number;
  workCode: string;
  workName: string;
  unit: Unit;
  workSort: number;
  workGroup: WorkGroup;
  requiresPhoto: boolean;
  facade: string;
  facadeId: number;
  facadeSort: number;
  floor: string;
  floorSort: number;
  planTotal: string;
  done: string;
  /** Sum of the form's day, null without an entry. */
  doneOfDay: string | null;
  planOfDay: string | null;
  newestOfDay: {
    factId: number;
    by: string;
    behalf?: string | null;
    at: string;
    photos: number;
    version: number;
  } | null;
  planStart: string | null;
  planFinish: string | null;
  workdaysToFinish: number;
  /** Newest entry before the day, within the last ten shifts or seven days. */
  last: { date: string; quantity: string; workers: number | null; crewId: number | null } | null;
  /** Newest five entries of the work on the facade before the day. */
  lastFive: string[];
  /** Crew of the newest of them. */
  paceCrewId: number | null;
  /** The reader, whom they stand in for, or their crew entered the work on the facade in the last ten shifts. */
  own: boolean;
};

/** A cell as it is read: of hundreds, columns cost less than JSON does. */
export type CellRow = Omit<FormCell, "newestOfDay" | "last"> & {
  newestId: number | null;
  newestBy: string;
  newestBehalf: string | null;
  /** Milliseconds since 1970. */
  newestAt: number;
  newestPhotos: number;
  newestVersion: number;
  lastDate: string | null;
  lastQuantity: string;
  lastWorkers: number | null;
  lastCrewId: number | null;
};

export const toCell = ({
  newestId,
  newestBy,
  newestBehalf,
  newestAt,
  newestPhotos,
  newestVersion,
  lastDate,
  lastQuantity,
  lastWorkers,
  lastCrewId,
  ...cell
}: CellRow): FormCell => ({
  ...cell,
  newestOfDay:
    newestId === null
      ? null
      : {
          factId: newestId,
          by: newestBy,
          behalf: newestBehalf,
          at: new Date(newestAt).toISOString(),
          photos: newestPhotos,
          version: newestVersion,
        },
  last:
    lastDate === null
      ? null
      : { date: lastDate, quantity: lastQuantity, workers: lastWorkers, crewId: lastCrewId },
});

/**
 * All cells relevant for a day: with a remainder, with an entry for the day, or worked in the last ten shifts (a
 * finished one leads to the next floor). One pass over the recent ledger, one index walk per work and facade. `$6` narrows
 * the ledger to a shift: its entries of the day, and what was worked in it lately.
 */
export const CELLS_STATEMENT = `
  with around as materialized (
    select e.id, e.floor_volume_id, e.facade_id, e.work_type_id, e.date, e.shift, e.kind, e.status, e.quantity, e.plan_qty,
      e.workers, e.crew_id, e.author_id, e.reverses_id
    from daily_plan_fact e
    where e.object_id = $1 and e.date between least($3::date, $2::date - 7) and $2::date
  ), live as materialized (
    select * from around e
    where e.kind = 'work' and e.status <> 'parked' and ($6::text is null or e.shift = $6::text)
      and e.id not in (select r.reverses_id from around r where r.reverses_id is not null)
  ), own as materialized (
    select distinct facade_id, work_type_id from live
    where author_id = any ($4::int[]) or crew_id = any ($5::int[])
  ), photos as materialized (
    select l.floor_volume_id, count(*)::int as count
    from live l join attachments a on a.entity_type = 'fact' and a.entity_id = l.id
    where l.date = $2::date group by l.floor_volume_id
  ), days as materialized (
    -- Whole, so that the cells are matched with it by hash: a join that is guessed to give one row is searched for each.
    select s.floor_volume_id, trim_scale(s.quantity)::text as quantity, f.plan_qty, n.id as newest_id, n.version,
      n.created_at, u.full_name as by, p.full_name as behalf
    from (select floor_volume_id, sum(quantity) as quantity, min(id) as first_id, max(id) as newest_id
      from live where date = $2::date group by floor_volume_id) s
    join daily_plan_fact f on f.id = s.first_id
    join daily_plan_fact n on n.id = s.newest_id
    join users u on u.id = n.author_id
    left join users p on p.id = n.on_behalf_of
  ), lasts as materialized (
    select distinct on (floor_volume_id) floor_volume_id, date, quantity, workers, crew_id
    from live where date < $2::date order by floor_volume_id, date desc, id desc
  ), pairs as materialized (
    select facade_id, work_type_id from floor_volumes where object_id = $1 group by facade_id, work_type_id
  ), paces as materialized (
    select p.facade_id, p.work_type_id, array_agg(trim_scale(n.quantity)::text) as last_five,
      (array_agg(n.crew_id order by n.date desc, n.id desc))[1] as crew_id
    from pairs p cross join lateral (
      select e.id, e.date, e.quantity, e.crew_id from daily_plan_fact e
      where e.facade_id = p.facade_id and e.work_type_id = p.work_type_id and e.date < $2::date
        and e.kind = 'work' and e.status <> 'parked'
        and not exists (select from daily_plan_fact r where r.reverses_id = e.id)
      order by e.date desc, e.id desc limit 5) n
    group by p.facade_id, p.work_type_id
  ), day_ordinal as (
    select coalesce((select x.ordinal from object_workdays x where x.object_id = $1 and x.day < $2::date
      order by x.day desc limit 1), 0) as k
  )
  select v.id as "floorVolumeId", w.id as "workTypeId", w.code as "workCode", w.name as "workName", w.unit,
    w.sort as "workSort", w.work_group as "workGroup", (w.requires_photo and not exists (select from objects po where po.id = $1 and po.photos_due_from > $2::date)
      and not exists (select from daily_plan_fact pe
      join attachments pa on pa.entity_type = 'fact' and pa.entity_id = pe.id
      where pe.floor_volume_id = v.id and pe.object_id = $1 and pe.kind = 'work'
        and not exists (select from daily_plan_fact pr where pr.reverses_id = pe.id))) as "requiresPhoto",
    fa.code as facade, fa.id as "facadeId", fa.sort as "facadeSort", fl.code as floor, fl.sort as "floorSort",
    trim_scale(v.plan_qty)::text as "planTotal", trim_scale(v.fact_qty)::text as done,
    d.quantity as "doneOfDay", trim_scale(d.plan_qty)::text as "planOfDay",
    d.newest_id as "newestId", d.by as "newestBy", d.behalf as "newestBehalf", d.version as "newestVersion",
    (extract(epoch from d.created_at) * 1000)::float8 as "newestAt", coalesce(ph.count, 0) as "newestPhotos",
    v.plan_start::text as "planStart", v.plan_finish::text as "planFinish",
    greatest(coalesce(finish.ordinal, 0) - k.k, 0) as "workdaysToFinish",
    l.date::text as "lastDate", trim_scale(l.quantity)::text as "lastQuantity", l.workers as "lastWorkers",
    l.crew_id as "lastCrewId",
    coalesce(pc.last_five, '{}') as "lastFive", pc.crew_id as "paceCrewId",
    own.facade_id is not null as own
  from floor_volumes v
  cross join day_ordinal k
  join work_types w on w.id = v.work_type_id
  join facades fa on fa.id = v.facade_id
  join floors fl on fl.id = v.floor_id and fl.object_id = $1
  left join days d on d.floor_volume_id = v.id
  left join photos ph on ph.floor_volume_id = v.id
  left join own on own.facade_id = v.facade_id and own.work_type_id = v.work_type_id
  left join lasts l on l.floor_volume_id = v.id
  left join paces pc on pc.facade_id = v.facade_id and pc.work_type_id = v.work_type_id
  left join lateral (select x.ordinal from object_workdays x where x.object_id = $1 and x.day <= v.plan_finish
    order by x.day desc limit 1) finish on true
  where v.object_id = $1
    and (v.fact_qty < v.plan_qty or d.floor_volume_id is not null or l.floor_volume_id is not null)`;
