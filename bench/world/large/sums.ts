/** Derived sums, computed from cells and ledger. */
export const INSERT_SUMS: readonly string[] = [
  `update floor_volumes v set confirmed_qty = c.quantity from (select floor_volume_id, sum(quantity) as quantity
   from daily_plan_fact e where status = 'confirmed' and kind <> 'reversal'
     and not exists (select from daily_plan_fact r where r.reverses_id = e.id) group by floor_volume_id) c where c.floor_volume_id = v.id`,
  `insert into object_work_sums (object_id, work_type_id, plan_qty, fact_qty, confirmed_qty)
   select object_id, work_type_id, sum(plan_qty), sum(fact_qty), sum(confirmed_qty)
   from floor_volumes group by object_id, work_type_id`,
  `insert into object_day_sums (object_id, day, work_type_id, quantity, hours, confirmed_qty, confirmed_hours)
   select e.object_id, e.date, e.work_type_id, sum(e.quantity), sum(e.quantity * w.norm_hours),
     coalesce(sum(e.quantity) filter (where e.status = 'confirmed' and e.kind <> 'reversal' and r.id is null), 0),
     coalesce(sum(e.quantity * w.norm_hours) filter (where e.status = 'confirmed' and e.kind <> 'reversal' and r.id is null), 0)
   from daily_plan_fact e join work_types w on w.id = e.work_type_id
   left join daily_plan_fact r on r.reverses_id = e.id
   group by e.object_id, e.date, e.work_type_id`,
  `insert into object_sums (object_id, plan_hours, earned_hours, confirmed_hours)
   select v.object_id, sum(v.plan_qty * w.norm_hours), sum(least(v.plan_qty, v.fact_qty) * w.norm_hours),
     sum(least(v.plan_qty, v.confirmed_qty) * w.norm_hours)
   from floor_volumes v join work_types w on w.id = v.work_type_id group by v.object_id`,
];

/** Advances the sequences of tables whose ids were set here. */
export const SET_SEQUENCES = [
  "users",
  "objects",
  "facades",
  "floors",
  "crews",
  "floor_volumes",
  "daily_plan_fact",
].map((table) => `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`);
