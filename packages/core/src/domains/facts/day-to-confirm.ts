import { DEVIATION_SHARE } from "@stsphera/contracts/facts/off-plan";
import { dayShifts } from "../objects/index.ts";
import { PHOTO_DUE } from "./fact-standing.ts";

/** SQL condition that the entries of the day in the cell of an entry `f` deviate from the plan, as `deviatingCells` says. */
const DEVIATES = `coalesce((
      select l.planned > 0 and abs(l.entered - l.planned) * 100 > l.planned * ${DEVIATION_SHARE}
      from (select sum(e.quantity) as entered, (array_agg(e.plan_qty order by e.id))[1] as planned
        from daily_plan_fact e
        where e.floor_volume_id = f.floor_volume_id and e.date = f.date and e.kind = 'work' and e.status <> 'parked'
          and not exists (select from daily_plan_fact r where r.reverses_id = e.id)) l), false)`;

/**
 * SQL of what one press confirms of the day of facts `p` that waits, and how its shifts stand. An entry whose photo is
 * due counts nowhere: nobody can confirm it yet.
 * @param waiting a subselect of the ids of the entries that wait for the reader
 */
export const dayToConfirm = (waiting: string): string => `
    select json_build_object('day', json_build_object('usual', n.usual, 'offPlan', n.off,
      'figures', ${dayShifts("place.object_id", "place.day")}))
    from (select p.object_id, p.sort_day as day) place,
      (select count(*) filter (where not t.off) as usual, count(*) filter (where t.off) as off
        from (select ${DEVIATES} as off from daily_plan_fact f join objects o on o.id = f.object_id
          where f.id in (select b.entity_id from (${waiting}) b) and not ${PHOTO_DUE}) t) n`;
