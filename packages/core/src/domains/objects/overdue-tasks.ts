import { dayText } from "../../kernel/index.ts";

/**
 * SQL of the number of overdue tasks of an object `o`: open, and due before the object's day at the given instant.
 * Worded like the partial index of open deadlines, so that an index-only scan suffices.
 */
export const overdueTasks = (now: string) => `
  (select count(*)::int from tasks t where t.object_id = o.id and t.status not in ('done', 'cancelled')
    and t.deadline < ${dayText(`${now}::timestamptz`)})`;
