import { can, limitOn, sees } from "@stsphera/rbac";
import { type Context, forbidden, notFound, personOf } from "../../kernel/index.ts";
import { peopleOfCrew } from "../facts/index.ts";
import { isShiftObserver } from "./shift-record-row.ts";

/** Throws for those who may not read the shifts of an object; observers are told nothing of idle time. */
export function assertSeesShifts(ctx: Context, objectId: number): void {
  if (!sees(ctx.actor, objectId)) throw notFound();
  if (!can(ctx.actor, "fact.view", { objectId })) throw forbidden("fact.view");
  if (isShiftObserver(ctx, objectId)) throw forbidden("fact.view", "shifts_not_to_observers");
}

/** Accounts of the crews of the record `r`, as SQL: installers read what is recorded of their own crews. */
export const PEOPLE_OF_RECORD = `array(select unnest(${peopleOfCrew("rc")}) from shift_record_crews rx
  join crews rc on rc.id = rx.crew_id where rx.record_id = r.id)`;

/** Throws not_found for an installer who is in none of the record's crews. */
export function assertSeesRecord(ctx: Context, objectId: number, crewUserIds: readonly number[]): void {
  assertSeesShifts(ctx, objectId);
  const ownOnly = limitOn(ctx.actor, "fact.enter", { objectId }) === "own_crew";
  if (ownOnly && !crewUserIds.includes(personOf(ctx).id)) throw notFound();
}

/** SQL condition that the record `r` is of a crew of the reader; false for readers who see all crews. */
export function ofOwnCrews(
  ctx: Context,
  objectId: number,
  asked: (userId: number) => string,
): string | false {
  if (limitOn(ctx.actor, "fact.enter", { objectId }) !== "own_crew") return false;
  const userId = asked(personOf(ctx).id);
  return `exists (select from shift_record_crews y join crews oc on oc.id = y.crew_id
    where y.record_id = r.id and ${userId} = any (${peopleOfCrew("oc")}))`;
}
