/**
 * 428 cells per object: floor by floor, all ten works on all three facades, without the last 22 of the technical floor.
 * Thirteen chains run in parallel; each takes every thirteenth cell for fifteen working days. The plan of a finished
 * cell equals what was done.
 */
export const INSERT_CELLS = `
  with works as (
    select id, row_number() over (order by sort, id) as k from work_types
  ), done as (
    select object_id, cell, sum(quantity) as quantity from entry group by object_id, cell
  ), last_day as (
    select object_id, max(ordinal) as k from object_workdays where day < $1::timestamptz::date group by object_id
  )
  insert into floor_volumes (id, object_id, facade_id, floor_id, work_type_id, plan_qty, fact_qty, plan_start, plan_finish,
    updated_at)
  overriding system value
  select (o.id - 1) * 428 + c + 1, o.id, (o.id - 1) * 3 + c % 3 + 1, (o.id - 1) * 15 + c / 30 + 1, w.id,
    case when c < 325 then d.quantity else 60 end, coalesce(d.quantity, 0), a.day, b.day, $1::timestamptz
  from objects o
  cross join generate_series(0, 427) c
  join works w on w.k = c % 30 / 3 + 1
  join last_day l on l.object_id = o.id
  join object_workdays a on a.object_id = o.id and a.ordinal = l.k - 381 + c / 13 * 15 - o.id % 12
  join object_workdays b on b.object_id = o.id and b.ordinal = l.k - 381 + c / 13 * 15 - o.id % 12 + 14
  left join done d on d.object_id = o.id and d.cell = c`;
