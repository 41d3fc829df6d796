/** SQL: a defect `t` is neither verified nor called off. Worded like the condition of the indexes. */
export const OPEN_DEFECT = `t.status not in ('verified', 'cancelled')`;

/** SQL of the open defects of the object $1 by facade and floor, for a `with`: `marks (facade_id, floor_id, open)`. */
export const openMarks = `marks as materialized (
    select t.facade_id, t.floor_id, count(*)::int as open from defects t
    where t.object_id = $1 and ${OPEN_DEFECT} and t.floor_id is not null group by t.facade_id, t.floor_id
  )`;

/** SQL of the number of open defects at a place. */
export const marksAt = (facadeId: string, floorId: string): string =>
  `coalesce((select k.open from marks k where k.facade_id = ${facadeId} and k.floor_id = ${floorId}), 0)`;

/** SQL: a defect `t` is past its day, and nobody has fixed it. `today`: the day of its object. */
export const overdueDefect = (today: string): string =>
  `(t.due_on < ${today} and t.status not in ('fixed', 'verified', 'cancelled'))`;

/** SQL of the open defects of the object $1, and how many of them are critical and past their day, as JSON. */
export const openDefects = (today: string): string => `
    (select json_build_object('open', count(*), 'critical', count(*) filter (where t.severity = 'critical'),
        'overdue', count(*) filter (where ${overdueDefect(today)}))
      from defects t where t.object_id = $1 and ${OPEN_DEFECT})`;
