import type { ObjectStatus, SupplySummary } from "@stsphera/contracts";
import { dayText, instantText, personJson } from "../../kernel/index.ts";

/** A row of a list before it is presented to its reader. */
export type SupplySummaryRow = SupplySummary & { objectStatus: ObjectStatus };

/** Worded like the condition of the index. */
const OPEN = `t.status not in ('delivered', 'rejected', 'cancelled')`;
/** Ordered, and not all of it is here. */
export const COMING = `t.status in ('ordered', 'shipped', 'partially_received')`;

/** SQL conditions of the states that lists are filtered by. */
export const SUPPLY_STATES = {
  open: OPEN,
  coming: COMING,
  finished: `not (${OPEN})`,
  all: "true",
} as const;

/** The promised day is past and not all has come; $1 is the current instant. */
export const LATE = `(${COMING} and t.promised_on < ${dayText("$1::timestamptz")})`;

/** SQL of one line's field; the lines of an order stand in the order they were asked for. */
const first = (column: string) =>
  `(select ${column} from supply_lines l where l.order_id = t.id order by l.id limit 1)`;

/** Columns of an order `t` with its object `o`; $1 is the current instant. */
export const SUPPLY_COLUMNS = `
  t.id, t.object_id as "objectId", o.name as "objectName", o.status as "objectStatus", t.number, t.title,
  ${first("trim_scale(l.quantity)::text")} as quantity, ${first("l.unit")} as unit,
  (select count(*)::int from supply_lines l where l.order_id = t.id) as "lineCount", t.status,
  ${dayText("$1::timestamptz")} - ${dayText("t.status_since")} as "stateDays", trim_scale(t.amount)::text as amount,
  t.need_on::text as "needOn", t.supplier, t.promised_on::text as "promisedOn",
  case when ${LATE} then ${dayText("$1::timestamptz")} - t.promised_on else 0 end as "lateDays",
  ${personJson("t.requester_id")} as requester, ${instantText("t.created_at")} as "createdAt", t.version`;
