import { DEVIATION_SHARE } from "@stsphera/contracts/facts/off-plan";
import { dayShifts } from "../objects/index.ts";
import { PHOTO_DUE } from "./fact-standing.ts";

/** SQL of the cells whose entries of the day `p` add up to more off the plan than may be, as `deviatingCells` says. */
const DEVIATING = `
            select e.floor_volume_id from daily_plan_fact e
            where e.object_id = p.object_id and e.date = p.sort_day and e.kind = 'work' and e.status <> 'parked'
              and not exists (select from daily_plan_fact r where r.reverses_id = e.id)
            group by e.floor_volume_id
            having (array_agg(e.plan_qty order by e.id))[1] > 0
              and abs(sum(e.quantity) - (array_agg(e.plan_qty order by e.id))[1]) * 100
                > (array_agg(e.plan_qty order by e.id))[1] * ${DEVIATION_SHARE}`;

/** SQL condition that an entry `f` is the newest of its cell that waits: no other can be the one whose photo is due. */
const IS_NEWEST = "f.id = max(f.id) over (partition by f.floor_volume_id)";

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
        from (select f.floor_volume_id in (${DEVIATING}) as off, ${IS_NEWEST} and ${PHOTO_DUE} as due
          from daily_plan_fact f join objects o on o.id = f.object_id
          where f.id in (select b.entity_id from (${waiting}) b)) t
        where not t.due) n`;
