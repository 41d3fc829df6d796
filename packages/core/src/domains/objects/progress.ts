import { dayText } from "../../kernel/index.ts";

/**
 * SQL of the progress of an object in norm hours, for a row `s` of object_sums: earned (as the reader is shown it) ÷
 * planned × 100, one decimal, rounded half up, as text; null without a plan.
 */
export const progressPct = (earned: string) =>
  `trim_scale(round(${earned} * 100 / nullif(s.plan_hours, 0), 1))::text`;

/** SQL of the norm hours planned through a day by the facades of an object `o`, for days outside its own curve. */
export const plannedByFacades = (object: string, day: string) => `
  (select sum(p.hours_through) from facades fa cross join lateral (
    select f.hours_through from plan_curve f where f.object_id = ${object}.id and f.facade_id = fa.id and f.day <= ${day}
    order by f.day desc limit 1) p where fa.object_id = ${object}.id)`;

/** SQL of the norm hours of an object `o` planned through yesterday, by the object's day; null without a plan. */
export const plannedHours = (now: string) => `
  (select coalesce(
      (select c.hours_through from object_plan_curve c where c.day = y.day and c.object_id = o.id),
      ${plannedByFacades("o", "y.day")})
    from (select ${dayText(`${now}::timestamptz`)} - 1 as day) y)`;
