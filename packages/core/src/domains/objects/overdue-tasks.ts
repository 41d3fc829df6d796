/**
 * How many tasks of an object `o` are overdue: open, and due before its own day at the instant of a parameter. In the
 * words of the index of open deadlines, so that nothing but the index is read.
 */
export const overdueTasks = (now: string) => `
  (select count(*)::int from tasks t where t.object_id = o.id and t.status not in ('done', 'cancelled')
    and t.deadline < ((${now}::timestamptz at time zone o.time_zone) - o.day_cutoff)::date)`;
