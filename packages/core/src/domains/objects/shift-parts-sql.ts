/**
 * SQL of the parts of a shift, as rows of `foreman_id`: the foremen in whose zones something is left to do or was done
 * that day; one row of null, the whole shift, for an object without foremen of zones. Both arguments are SQL.
 */
export const partsOfShift = (object: string, day: string): string => `(
    select distinct z.foreman_id from zones z
      join floors zl on zl.id = z.from_floor_id join floors zh on zh.id = z.to_floor_id
    where z.object_id = ${object} and z.foreman_id is not null and exists (
      select from floor_volumes zv join floors zf on zf.id = zv.floor_id
      where zv.object_id = z.object_id and zv.facade_id = z.facade_id and zf.sort between zl.sort and zh.sort
        and (zv.fact_qty < zv.plan_qty
          or exists (select from daily_plan_fact ze where ze.floor_volume_id = zv.id and ze.date = ${day})))
    union all
    select null where not exists (select from zones z where z.object_id = ${object} and z.foreman_id is not null))`;

/** SQL condition that a part is closed, by itself or with the whole shift. All arguments are SQL. */
export const isPartClosed = (object: string, day: string, shift: string, foreman: string): string => `
    exists (select from shift_closings k where k.object_id = ${object} and k.date = ${day}
      and k.shift = ${shift} and k.reopened_at is null
      and (k.foreman_id is not distinct from ${foreman} or k.foreman_id is null))`;

/** SQL condition that all parts of a shift are closed, and that it has parts. All arguments are SQL. */
export const isShiftClosed = (object: string, day: string, shift: string): string => `(
    select coalesce(bool_and(${isPartClosed(object, day, shift, "p.foreman_id")}), false)
    from ${partsOfShift(object, day)} p)`;
