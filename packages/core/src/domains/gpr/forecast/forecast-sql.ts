import type { ContentRow } from "../content-sql.ts";
import { CONTENT_COLUMNS } from "../content-sql.ts";
import type { LedgerOfWork } from "./ledger-fact.ts";
import type { RowForecast } from "@stsphera/schedule/versions";

export type StoredForecast = RowForecast & { key: string };

/** A version with what is known of its rows, read in one statement. */
export type ForecastRow = ContentRow & {
  objectName: string;
  timeZone: string;
  dayCutoff: string;
  forecasts: StoredForecast[];
  ledger: LedgerOfWork[];
};

/** How many productive days the pace of a work is the mean of. */
const PACE_DAYS = 10;

/**
 * The ledger of the works that rows of a version `v` name, by facade: plan, fact, the first day and the newest productive
 * ones. Opening balances count in the fact, and as a day only where nothing else was entered.
 */
const LEDGER_JSON = `
  (select coalesce(json_agg(json_build_object('work', c.work, 'facadeId', c.facade_id, 'plan', c.plan::text,
      'fact', c.fact::text, 'first', d.first, 'last', d.last, 'days', d.days)), '[]')
    from (select w.code as work, x.facade_id, x.work_type_id, sum(x.plan_qty) as plan, sum(x.fact_qty) as fact
        from floor_volumes x join work_types w on w.id = x.work_type_id
        where x.object_id = v.object_id
          and w.code in (select r.work from gpr_rows r where r.gpr_id = v.id and r.work is not null)
        group by w.code, x.facade_id, x.work_type_id) c,
      lateral (select min(s.date) as first, max(s.date) as last,
          json_agg(json_build_array(s.date, s.quantity::text) order by s.date desc)
            filter (where s.place <= ${PACE_DAYS} and s.entered) as days
        from (select f.date, sum(f.quantity) as quantity, bool_or(f.kind <> 'opening') as entered,
            row_number() over (order by bool_or(f.kind <> 'opening') desc, f.date desc) as place
          from daily_plan_fact f
          where f.facade_id = c.facade_id and f.work_type_id = c.work_type_id and f.status <> 'parked'
          group by f.date having sum(f.quantity) > 0) s) d)`;

/** Columns of a version `v` of an object `o` with its forecast. */
export const FORECAST_COLUMNS = `${CONTENT_COLUMNS}, o.name as "objectName", o.time_zone as "timeZone", o.day_cutoff::text as "dayCutoff",
  (select coalesce(json_agg(json_build_object('key', p.key, 'heldUntil', p.held_until, 'added', p.added,
      'actualStart', p.actual_start, 'actualFinish', p.actual_finish, 'remaining', p.remaining,
      'remainingOn', p.remaining_on)), '[]')
    from gpr_forecasts p where p.gpr_id = v.id) as forecasts,
  ${LEDGER_JSON} as ledger`;

export const FORECAST_FROM = "from gpr_versions v join objects o on o.id = v.object_id";
