import type { Unit } from "@stsphera/contracts";
import type { Database } from "@stsphera/db";
import { dayText } from "../../kernel/index.ts";
import { isInTerm } from "./fact-standing.ts";

/** An entry that its author is asked to correct. The quantity is a decimal in its unit. */
export type ReturnedEntry = {
  id: number;
  objectId: number;
  objectName: string;
  authorId: number;
  work: string;
  unit: Unit;
  quantity: string;
  facade: string;
  floor: string;
  date: string;
  /** Who returned it, by full name. */
  by: string | null;
  /** Whom they stood in for. */
  behalf: string | null;
  /** Null once the return was undone: the entry waits again. */
  reason: string | null;
  /** False when the time to correct it is over for the reader; absent: not asked. */
  mayFix?: boolean;
};

/** A returned entry `f`. */
export const RETURNED_ENTRY = `
  select f.id, f.object_id as "objectId", o.name as "objectName", f.author_id as "authorId", w.name as work, w.unit,
    trim_scale(f.quantity)::text as quantity, fa.code as facade, fl.code as floor, f.date::text as date,
    d.full_name as by, p.full_name as behalf, f.return_reason as reason
  from daily_plan_fact f
  join objects o on o.id = f.object_id
  join work_types w on w.id = f.work_type_id
  join floor_volumes v on v.id = f.floor_volume_id
  join facades fa on fa.id = v.facade_id
  join floors fl on fl.id = v.floor_id
  left join users d on d.id = f.decided_by
  left join users p on p.id = f.decided_on_behalf_of`;

const STATEMENT = `${RETURNED_ENTRY}
  where f.id = $1 and f.status = $2
    and not exists (select from daily_plan_fact r where r.reverses_id = f.id)`;

const IN_TERM = isInTerm(dayText("$2::timestamptz"));
const WAITING = `f.status = 'returned' and f.kind = 'work' and o.status in ('active', 'completing')
    and not exists (select from daily_plan_fact r where r.reverses_id = f.id)`;

/** $1 author · $2 instant */
const OF_AUTHOR = `${RETURNED_ENTRY}
  where f.author_id = $1 and ${WAITING} and ${IN_TERM} order by f.date, f.id limit 50`;

/** $1 objects · $2 instant */
const OF_NOBODY = `${RETURNED_ENTRY}
  where f.object_id = any ($1::int[]) and ${WAITING} and not ${IN_TERM} order by f.date, f.id limit 50`;

/** Entries on running objects that wait for their author's correction while they may make it, oldest first. */
export const readReturnedTo = (
  db: Pick<Database, "read">,
  authorId: number,
  now: Date,
): Promise<ReturnedEntry[]> => db.read<ReturnedEntry>(OF_AUTHOR, [authorId, now.toISOString()]);

/** Returned entries of objects whose authors did not correct them in their time: only project managers and PTO still can. */
export const readReturnedOver = (
  db: Pick<Database, "read">,
  objectIds: readonly number[],
  now: Date,
): Promise<ReturnedEntry[]> => db.read<ReturnedEntry>(OF_NOBODY, [objectIds, now.toISOString()]);

/**
 * Null when the entry is no longer in the state that the event left it in: a later decision or a correction is newer.
 */
export async function readReturnedEntry(
  db: Database,
  factId: number,
  status: "returned" | "submitted",
): Promise<ReturnedEntry | null> {
  const [row] = await db.read<ReturnedEntry>(STATEMENT, [factId, status]);
  return row ?? null;
}
