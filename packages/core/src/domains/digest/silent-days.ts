import type { Context } from "../../kernel/index.ts";
import { hasBegun } from "../objects/index.ts";
import { TODAY } from "../tasks/index.ts";

/**
 * $1 instant · $2 objects. A day is answered by an entry that was not reversed, a record of idle time or of other work, or
 * a part of its shift that somebody closed; one that closed itself says nothing.
 */
const STATEMENT = `
  select o.id, (select count(*)::int from object_workdays w where w.object_id = o.id and w.day < d.today
      and w.day > greatest(
        (select max(e.date) from daily_plan_fact e where e.object_id = o.id and e.kind = 'work'
          and not exists (select from daily_plan_fact v where v.reverses_id = e.id)),
        (select max(r.date) from shift_records r where r.object_id = o.id and r.withdrawn_at is null),
        (select max(k.date) from shift_closings k
          where k.object_id = o.id and k.closed_by is not null and k.reopened_at is null),
        (select max((m.at at time zone o.time_zone)::date) from entity_moves m where m.entity_type = 'object'
          and m.entity_id = o.id and m."to" = 'active' and m.undone_at is null) - 1,
        d.today - 60)
      and ${hasBegun("o.id", "w.day")}) as days
  from objects o cross join lateral (select ${TODAY} as today) d
  where o.id = any ($2::int[]) and o.status in ('active', 'completing')`;

/** For how many working days in a row, up to the last one, nobody has said anything of an object's shifts; by object. */
export async function readSilentDays(
  { db, now }: Pick<Context, "db" | "now">,
  objectIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await db.read<{ id: number; days: number }>(STATEMENT, [now.toISOString(), objectIds]);
  return new Map(rows.filter(({ days }) => days > 0).map(({ id, days }) => [id, days]));
}
