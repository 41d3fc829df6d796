/**
 * SQL condition that a cell `v` on a floor `f` lies in a zone that had a foreman on a day: what happens to a zone later
 * changes nothing of the days before. The arguments are SQL.
 */
const inForemansZone = (object: string, day: string, v: string, f: string): string => `
      exists (select from zones z join floors zl on zl.id = z.from_floor_id join floors zh on zh.id = z.to_floor_id
        where z.object_id = ${object} and (z.foreman_id is not null or z.without_foreman_since >= ${day} + 1)
          and z.facade_id = ${v}.facade_id
          and ${f}.sort between zl.sort and zh.sort)`;

/**
 * SQL condition that a line of the day is nobody's: outside the zones of foremen, of a work that none of them, nor their
 * crews, did on the facade in the last ten shifts. It was worked on lately, has its plan window open, or a fact of the day.
 */
const hasLinesOfNobody = (object: string, day: string): string => `
      exists (select from floor_volumes v join floors f on f.id = v.floor_id
        cross join lateral (select coalesce((select w.day from object_workdays w
          where w.object_id = ${object} and w.day < ${day} order by w.day desc offset 9 limit 1), ${day} - 10) as day) ten
        where v.object_id = ${object} and not ${inForemansZone(object, day, "v", "f")}
          and (v.fact_qty < v.plan_qty and (v.plan_start <= ${day} or exists (select from daily_plan_fact e
              where e.facade_id = v.facade_id and e.work_type_id = v.work_type_id and e.kind = 'work'
                and e.date between ten.day and ${day}))
            and exists (select from object_workdays w where w.object_id = ${object} and w.day = ${day})
            or exists (select from daily_plan_fact e where e.floor_volume_id = v.id and e.date = ${day}
              and e.kind = 'work' and not exists (select from daily_plan_fact r where r.reverses_id = e.id)))
          and not exists (select from daily_plan_fact e
            where e.facade_id = v.facade_id and e.work_type_id = v.work_type_id and e.kind = 'work'
              and e.date between ten.day and ${day}
              and exists (select from zones z where z.object_id = ${object} and z.foreman_id is not null
                and (z.foreman_id = e.author_id
                  or z.foreman_id = (select c.lead_user_id from crews c where c.id = e.crew_id)
                  or exists (select from crew_members m
                    where m.crew_id = e.crew_id and m.user_id = z.foreman_id and m.until is null)))))`;

/**
 * SQL of the parts of a shift, as rows of `foreman_id`: the foremen in whose zones something is left to do or was done
 * that day, if they led them then, and null for the lines that are no foreman's: the whole shift of an object where
 * nobody leads a zone. A closed part stays a part when its zones change hands later. The arguments are SQL; the day is
 * a date.
 */
export const partsOfShift = (object: string, day: string, shift: string): string => `(
    select z.foreman_id from zones z
      join floors zl on zl.id = z.from_floor_id join floors zh on zh.id = z.to_floor_id
    where z.object_id = ${object} and z.foreman_id is not null
      and coalesce(z.led_since < ${day} + 1, true) and exists (
      select from floor_volumes zv join floors zf on zf.id = zv.floor_id
      where zv.object_id = z.object_id and zv.facade_id = z.facade_id and zf.sort between zl.sort and zh.sort
        and (zv.fact_qty < zv.plan_qty
          or exists (select from daily_plan_fact ze where ze.floor_volume_id = zv.id and ze.date = ${day})))
    union
    select k.foreman_id from shift_closings k
    where k.object_id = ${object} and k.date = ${day} and k.shift = ${shift}
    union
    select null where not exists (select from zones z where z.object_id = ${object} and z.foreman_id is not null)
      or ${hasLinesOfNobody(object, day)})`;

/**
 * SQL condition that the works of the object have begun by a day: by its schedule, or since something is entered. An
 * object is active since its schedule was signed, which may be weeks before. Both arguments are SQL.
 */
export const hasBegun = (object: string, day: string): string => `
    (not exists (select from objects b where b.id = ${object} and b.start_date > ${day})
      or exists (select from daily_plan_fact e where e.object_id = ${object} and e.kind = 'work' and e.date <= ${day})
      or exists (select from shift_records r where r.object_id = ${object} and r.date = ${day})
      or exists (select from shift_closings k where k.object_id = ${object} and k.date = ${day}))`;

/**
 * SQL condition that a line which the closing named as without a fact still has none. An entry that waits for the
 * acceptance of its work front is none yet, as in the form and on the day's card. Both arguments are SQL.
 */
export const isStillSilent = (closing: string, floorVolumeId: string): string => `
    not exists (select from daily_plan_fact e where e.floor_volume_id = ${floorVolumeId} and e.date = ${closing}.date
      and e.shift = ${closing}.shift and e.kind = 'work' and e.status <> 'parked'
      and not exists (select from daily_plan_fact v where v.reverses_id = e.id))`;

/** SQL condition that a part is closed, by itself or with the whole shift. All arguments are SQL. */
export const isPartClosed = (object: string, day: string, shift: string, foreman: string): string => `
    exists (select from shift_closings k where k.object_id = ${object} and k.date = ${day}
      and k.shift = ${shift} and k.reopened_at is null
      and (k.foreman_id is not distinct from ${foreman} or k.whole))`;

/** SQL condition that all parts of a shift are closed, and that it has parts. All arguments are SQL. */
export const isShiftClosed = (object: string, day: string, shift: string): string => `(
    select coalesce(bool_and(${isPartClosed(object, day, shift, "p.foreman_id")}), false)
    from ${partsOfShift(object, day, shift)} p)`;
