import type { Sql } from "@stsphera/db";
import { TODAY } from "../world/world.ts";

type Day = { day: string; hours: string; modules: string };

/** Pace and forecast of an object from its ledger, computed from all its days. */
export async function slowPace(sql: Sql, objectId: number, restHours: number) {
  const days = await sql<Day[]>`
    select e.date::text as day, sum(e.quantity * w.norm_hours)::text as hours,
      trim_scale(coalesce(sum(e.quantity) filter (where w.work_group = 'module'), 0))::text as modules
    from daily_plan_fact e join work_types w on w.id = e.work_type_id
    where e.object_id = ${objectId} and e.kind <> 'opening' and e.status <> 'parked'
      and (e.reverses_id is null
        or e.reverses_id not in (select id from daily_plan_fact where kind = 'opening' and object_id = ${objectId}))
    group by e.date order by e.date desc`;
  const workdays = await sql<{ day: string }[]>`
    select day::text as day from object_workdays where object_id = ${objectId} order by day`;
  const productive = days.filter(({ day, hours }) => day < TODAY && Number(hours) > 0).slice(0, 10);
  const pace = productive.reduce((sum, { hours }) => sum + Number(hours), 0) / productive.length;
  const ahead = workdays.filter(({ day }) => day > TODAY);
  const lastDay = workdays.findLast(({ day }) => day < TODAY)?.day;
  const enough = productive.length >= 5 && restHours > 0;
  return {
    reached: productive.length === 0 ? null : String(Math.round(pace * 10) / 10),
    date: enough ? (ahead[Math.ceil(restHours / pace - 1e-9) - 1]?.day ?? null) : null,
    lastDay,
    lastModules: days.find(({ day }) => day === lastDay)?.modules ?? "0",
  };
}
