import type { Unit, WorkGroup } from "@stsphera/contracts";

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
