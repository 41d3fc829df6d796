import type { ObjectStatus } from "@stsphera/contracts";
import { sees } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { type Context, type Day, DomainError, notFound, personOf, type Tx } from "../../kernel/index.ts";
import { assertOpenDay, assertTakesFacts, OPEN_DAYS } from "../facts/index.ts";

/** The object of a shift, with what judges its days. */
export type ShiftObject = {
  id: number;
  name: string;
  status: ObjectStatus;
  heldSince: string | null;
  today: Day;
  /** The oldest day that is open to all who enter facts. */
  earliest: Day;
  shiftHours: string;
};

/** Locks the object against changes; not_found when the actor may not see it. */
export async function lockShiftObject(tx: Tx, ctx: Context, objectId: number): Promise<ShiftObject> {
  if (!sees(ctx.actor, objectId)) throw notFound();
  const [object] = await tx.execute<ShiftObject>(sql`
    select o.id, o.name, o.status, o.held_since::text as "heldSince", d.today::text as today,
      coalesce((select w.day from object_workdays w where w.object_id = o.id and w.day < d.today
        order by w.day desc limit 1 offset ${OPEN_DAYS - 1}), d.today)::text as earliest,
      trim_scale(o.shift_hours)::text as "shiftHours"
    from objects o
    cross join lateral (select
      ((${ctx.now.toISOString()}::timestamptz at time zone o.time_zone) - o.day_cutoff)::date as today) d
    where o.id = ${objectId}
    for share of o`);
  if (object === undefined) throw notFound();
  return object;
}

/** What judges a shift of an object. */
export type ShiftFrame = Pick<ShiftObject, "status" | "heldSince" | "today" | "earliest"> & {
  date: Day;
  working: boolean;
  /** A night begins at the hour of night work, after the shift of its day. */
  begun: boolean;
  /** A fact or a record of the shift is entered. */
  anything: boolean;
};

/** Refuses a day that takes no facts, is in the future, or is closed for the actor. */
export function assertShiftDay(
  ctx: Context,
  object: Omit<ShiftFrame, "date" | "working" | "begun" | "anything"> & { id: number },
  date: Day,
): void {
  assertTakesFacts(object, date);
  assertOpenDay(personOf(ctx), object.id, { ...object, date });
}

/** Refuses to close a shift that has not begun, or a day off of which nothing is entered. */
export function assertClosable(ctx: Context, objectId: number, shift: ShiftFrame): void {
  assertShiftDay(ctx, { ...shift, id: objectId }, shift.date);
  if (!shift.begun) throw new DomainError("conflict", { sentence: "shift_not_begun" });
  if (!shift.working && !shift.anything) throw new DomainError("conflict", { sentence: "shift_empty" });
}

/** Whether a refusal does not occur: what is offered is what the verb accepts. */
export function isAllowed(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
