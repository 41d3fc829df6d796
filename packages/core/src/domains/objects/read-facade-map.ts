import type { CountedSums } from "./counted-sums.ts";
import { marksAt, openMarks } from "./open-defects.ts";

/** Norm hours have six places; a tenth is enough to read. */
const text = (value: string) =>
  `trim_scale(case when kind = 'all' then round(${value}, 1) else ${value} end)::text`;
const SUMS = `'pct', trim_scale(round(sum(fact) * 100 / nullif(sum(plan), 0), 1))::text,
  'remaining', ${text("sum(remaining)")}, 'week', ${text("sum(week)")}`;

/**
 * $1 object · $2 instant · $3 a group of works or "all", or null · $4 a work, or null · $5 count confirmed entries only.
 * In norm hours a cell earns at most its plan, as everywhere; in a unit its fact is shown as it is.
 */
export const facadeMapText = ({ fact }: Pick<CountedSums, "fact">) => `
  with o as (
    select id, (($2::timestamptz at time zone time_zone) - day_cutoff)::date as today from objects where id = $1
  ), cells as materialized (
    select v.id, v.facade_id, v.floor_id, v.plan_qty, v.${fact} as fact_qty, w.id as work_id, w.code, w.name, w.unit,
      w.norm_hours, w.work_group, w.sort
    from floor_volumes v join work_types w on w.id = v.work_type_id where v.object_id = $1
  ), chosen as (
    select case when $4::int is not null then 'work' when $3::text is not null then $3
      when exists (select from cells where work_group = 'module') then 'module' else 'all' end as kind
  ), weeks as (
    select e.floor_volume_id, sum(e.quantity) as quantity
    from o join daily_plan_fact e on e.object_id = $1 and e.date > o.today - 7 and e.date <= o.today
    where e.kind = 'work' and e.status <> 'parked' and ($5::boolean is false or e.status = 'confirmed')
      and not exists (select from daily_plan_fact r where r.reverses_id = e.id)
    group by e.floor_volume_id
  ), parts as (
    select c.id, c.facade_id, c.floor_id, h.kind, c.unit, coalesce(e.quantity, 0) * k.norm as week,
      c.plan_qty * k.norm as plan, greatest(c.plan_qty - c.fact_qty, 0) * k.norm as remaining,
      case when h.kind = 'all' then least(c.fact_qty, c.plan_qty) else c.fact_qty end * k.norm as fact
    from chosen h join cells c
      on case h.kind when 'all' then true when 'work' then c.work_id = $4 else c.work_group = h.kind end
    cross join lateral (select case when h.kind = 'all' then c.norm_hours else 1 end as norm) k
    left join weeks e on e.floor_volume_id = c.id
  ), ${openMarks}, map as (
    select p.facade_id, fl.sort, jsonb_build_object('id', fl.id, 'code', fl.code,
      'floorVolumeId', case when kind <> 'all' and count(*) = 1 then max(p.id) end,
      'plan', ${text("sum(plan)")}, 'fact', ${text("sum(fact)")}, 'accepted', '0', 'defects', ${marksAt("p.facade_id", "fl.id")}, ${SUMS}) as floor
    from parts p join floors fl on fl.id = p.floor_id and fl.object_id = $1
    group by p.facade_id, p.kind, fl.id
  )
  select o.today::text as today, case when h.kind = 'work' then to_json($4::int) else to_json(h.kind) end as work,
    case when h.kind <> 'all' then (select p.unit from parts p limit 1) end as unit,
    (select coalesce(json_agg(json_build_object('id', w.work_id, 'code', w.code, 'name', w.name, 'unit', w.unit,
      'group', w.work_group, 'facadeIds', w.facades) order by w.sort, w.work_id), '[]')
      from (select work_id, code, name, unit, work_group, sort, array_agg(distinct facade_id) as facades
        from cells group by work_id, code, name, unit, work_group, sort) w) as works,
    (select coalesce(json_agg(json_build_object('id', fl.id, 'code', fl.code) order by fl.sort, fl.id), '[]')
      from floors fl where fl.object_id = $1) as floors,
    (select coalesce(json_agg(jsonb_build_object('id', fa.id, 'code', fa.code, 'name', fa.name,
        'floors', coalesce((select jsonb_agg(m.floor order by m.sort) from map m where m.facade_id = fa.id), '[]'))
      || coalesce((select jsonb_build_object(${SUMS}) from parts p where p.facade_id = fa.id group by p.kind),
        '{"pct": null, "remaining": "0", "week": "0"}') order by fa.sort, fa.id), '[]')
      from facades fa where fa.object_id = $1) as facades
  from o cross join chosen h`;
