/**
 * 5000 rows per object: 4960 entries over 382 working days, thirteen a day, and 20 mistakes with their reversals. Ids
 * grow by day over all objects, as in real use.
 */
export const MAKE_ENTRIES = `
  create temp table entry as
  with rows as (
    select o.id as object_id, r, r * 3 + 2 as place, 'work' as kind, 1 + (o.id * 7 + r * 3) % 4 as quantity
    from objects o cross join generate_series(0, 4959) r
    union all
    select o.id, r, r * 3, 'work', 9 from objects o cross join generate_series(0, 4959, 248) r
    union all
    select o.id, r, r * 3 + 1, 'reversal', -9 from objects o cross join generate_series(0, 4959, 248) r
  )
  select row_number() over (order by r / 13, object_id, place)::int as id, object_id, r / 13 as day_index, r % 13 as line,
    r / 13 / 15 * 13 + r % 13 as cell, place, kind, quantity
  from rows`;

/** $1 is now. Entries of the last two days are not confirmed. */
export const INSERT_LEDGER = `
  with last_day as (
    select object_id, max(ordinal) as k from object_workdays where day < $1::timestamptz::date group by object_id
  )
  insert into daily_plan_fact (id, object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status, quantity,
    plan_qty, workers, hours, crew_id, author_id, reverses_id, decided_by, decided_at, created_at)
  overriding system value
  select e.id, e.object_id, v.id, v.facade_id, v.work_type_id, d.day, 'day', e.kind,
    case when e.day_index >= 380 and e.kind = 'work' then 'submitted' else 'confirmed' end, e.quantity,
    case when e.kind = 'work' then 3 end, 4, 8, (e.object_id - 1) * 6 + e.line % 6 + 1,
    16 * (1 + e.object_id * 7 % 124) + 7 + e.line % 2,
    case when e.kind = 'reversal' then e.id - 1 end,
    case when e.day_index < 380 and e.kind = 'work' then 16 * (1 + e.object_id * 7 % 124) end,
    case when e.day_index < 380 and e.kind = 'work' then (d.day + time '16:00') at time zone 'UTC' end,
    (d.day + time '13:00') at time zone 'UTC' + e.place % 39 * interval '1 minute'
  from entry e
  join last_day l on l.object_id = e.object_id
  join object_workdays d on d.object_id = e.object_id and d.ordinal = l.k - 381 + e.day_index
  join floor_volumes v on v.id = (e.object_id - 1) * 428 + e.cell + 1
  order by e.id`;
