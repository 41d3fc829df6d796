import { hasBegun, isPartClosed, isStillSilent, partsOfShift } from "./shift-parts-sql.ts";

/** SQL of the idle man-hours of a day, as rows of `party` and `hours`. Both arguments are SQL. */
const idleOf = (object: string, day: string): string => `
    select r.party, trim_scale(sum(c.workers * c.hours)) as hours
    from shift_records r join shift_record_crews c on c.record_id = r.id
    where r.object_id = ${object} and r.date = ${day} and r.kind = 'downtime' and r.withdrawn_at is null
    group by r.party`;

/** SQL of the idle man-hours of a day in all. Both arguments are SQL. */
export const idleHours = (object: string, day: string): string =>
  `(select coalesce(sum(hours), 0)::text from (${idleOf(object, day)}) i)`;

/**
 * SQL of a day's shifts as JSON: parts of the day shift, none before the works begin, how many of them are closed, how many of all closed
 * themselves, lines that are still without a fact, idle man-hours by who answers for them. Both arguments are SQL.
 */
export const dayShifts = (object: string, day: string): string => `
    (select json_build_object('total', count(*),
        'closed', count(*) filter (where ${isPartClosed(object, day, "'day'", "p.foreman_id")}),
        'byItself', (select count(*) from shift_closings s
          where s.object_id = ${object} and s.date = ${day} and s.reopened_at is null and s.closed_by is null),
        'silent', (select count(*) from shift_closings s, jsonb_array_elements(s.silent) l
          where s.object_id = ${object} and s.date = ${day} and s.reopened_at is null
            and ${isStillSilent("s", "(l->>'floorVolumeId')::int")}),
        'idle', (select coalesce(json_agg(json_build_object('party', i.party, 'hours', i.hours::text)
          order by i.hours desc, i.party), '[]') from (${idleOf(object, day)}) i))
      from ${partsOfShift(object, day, "'day'")} p where ${hasBegun(object, day)})`;
