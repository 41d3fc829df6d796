import type { DueRow } from "../../platform/schedule/index.ts";
import { COMING } from "./supply-sql.ts";

const LATE_MINUTES = 6 * 60;

/** SQL of orders for which a day matters, once for each promised day; `l.today` is the object's day. */
const promised = (condition: string, clock: string) => `
  select t.object_id, null::int as user_id, t.id as entity_id, t.id || ':' || t.promised_on as slot, t.promised_on as day,
    (l.today + ${clock}) at time zone o.time_zone as at
  from supply_orders t
  join objects o on o.id = t.object_id and o.status in ('planning', 'active', 'completing')
  cross join lateral (select (($1::timestamptz at time zone o.time_zone) - o.day_cutoff)::date as today) l
  where ${condition}`;

/** Tells once for each promised day that it has passed and not all is here: at nine in the morning after it. */
const delayedSupplyRow: DueRow = {
  job: "supply.delayed",
  event: "supply.delayed",
  about: "supply",
  lateMinutes: LATE_MINUTES,
  due: promised(`${COMING} and t.promised_on = l.today - 1`, "time '09:00'"),
};

/** Tells the site on the promised day, when its shift begins, of what is on its way: it is received from there. */
const dueSupplyRow: DueRow = {
  job: "supply.due",
  event: "supply.due",
  about: "supply",
  lateMinutes: LATE_MINUTES,
  due: promised("t.status = 'shipped' and t.promised_on = l.today", "o.shift_start"),
};

export const supplyDueRows: readonly DueRow[] = [dueSupplyRow, delayedSupplyRow];
