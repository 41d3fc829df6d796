import type { ExtraSummary, ObjectStatus } from "@stsphera/contracts";
import { dayText, instantText, personJson } from "../../kernel/index.ts";

/** A row of a list before it is presented: money is shown to those who may see it. */
export type ExtraSummaryRow = ExtraSummary & { objectStatus: ObjectStatus };

/** Must be worded like the index condition of a list: neither rejected nor presented. */
export const OPEN = `t.status <> 'rejected' and t.stage <> 'presented'`;

/** SQL conditions of the states that lists are filtered by. */
export const EXTRA_STATES = { open: OPEN, finished: `not (${OPEN})`, all: "true" } as const;

/** Columns of an extra work `t` with its object `o`; $1 is the current instant. */
export const EXTRA_COLUMNS = `
  t.id, t.object_id as "objectId", o.name as "objectName", o.status as "objectStatus", t.title,
  trim_scale(t.quantity)::text as quantity, t.unit, t.place, t.ordered_by as "orderedBy", t.status, t.stage,
  ${dayText("$1::timestamptz")} - ${dayText("t.stage_since")} as "ageDays", t.price::text as price,
  ${personJson("t.author_id")} as author, ${instantText("t.created_at")} as "createdAt", t.version`;
