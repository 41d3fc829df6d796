import type { DueRow } from "../../platform/schedule/index.ts";
import { COMING } from "./supply-sql.ts";

const LATE_MINUTES = 6 * 60;

/** Tells once for each promised day that it has passed and not all is here: at nine in the morning after it. */
export const delayedSupplyRow: DueRow = {
  job: "supply.delayed",
  event: "supply.delayed",
  about: "supply",
  lateMinutes: LATE_MINUTES,
  due: `
  select t.object_id, null::int as user_id, t.id as entity_id, t.id || ':' || t.promised_on as slot, t.promised_on as day,
    (l.today + time '09:00') at time zone o.time_zone as at
  from supply_orders t
  join objects o on o.id = t.object_id and o.status in ('planning', 'active', 'completing')
  cross join lateral (select (($1::timestamptz at time zone o.time_zone) - o.day_cutoff)::date as today) l
  where ${COMING} and t.promised_on = l.today - 1`,
};
