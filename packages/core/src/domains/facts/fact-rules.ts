import { fitsUnit, type ObjectStatus, type Unit } from "@stsphera/contracts";
import { rolesOn, type UserActor } from "@stsphera/rbac";
import { big, type Decimal, decimal, maxBig } from "../calculation/index.ts";
import { DomainError, invalidField } from "../../kernel/index.ts";
import { takesFactsOn } from "../objects/index.ts";

export const UNDO_MINUTES = 10;
export const DUPLICATE_MINUTES = 30;
/** How many working days back any user who enters facts may enter. */
export const OPEN_DAYS = 7;

/** Refuses facts unless the object is running, or paused and the day is before the pause. */
export function assertTakesFacts(
  object: { status: ObjectStatus; heldSince: string | null },
  date: string,
): void {
  if (!takesFactsOn(object, date)) throw takesNoFacts(object.status);
}

export const takesNoFacts = (status: ObjectStatus): DomainError =>
  new DomainError("conflict", { sentence: "object_takes_no_facts", values: { status } });

/** Refuses a future day and one closed for this actor. */
export function assertOpenDay(
  actor: UserActor,
  objectId: number,
  { date, today, earliest }: { date: string; today: string; earliest: string },
): void {
  if (date > today) throw invalidField("date", "date_future", { date });
  if (date < earliest && !mayEnterOldDays(actor, objectId)) {
    throw invalidField("date", "date_closed", { date, earliest });
  }
}

/** Project managers and PTO may enter days that are closed for others. */
export function mayEnterOldDays(actor: UserActor, objectId: number): boolean {
  const roles = rolesOn(actor, objectId);
  return actor.role === "admin" || roles.includes("project_manager") || roles.includes("pto");
}

export function assertQuantity(quantity: Decimal, unit: Unit, plan: Decimal): void {
  if (!fitsUnit(quantity, unit)) throw invalidField("quantity", "quantity_whole", { quantity, unit });
  if (big(quantity).gt(big(plan).times(2)))
    throw invalidField("quantity", "quantity_twice_plan", { plan, unit });
}

/** By how much a quantity exceeds the remainder; a reason is then required. */
export function overRemaining(
  quantity: Decimal,
  cell: { planQty: Decimal; factQty: Decimal },
  reason: { code: string } | undefined,
): boolean {
  const left = maxBig(big(cell.planQty).minus(cell.factQty), big(0));
  const over = big(quantity).minus(left);
  if (over.lte(0)) return false;
  if (reason === undefined) {
    throw invalidField("planReason", "reason_required", { left: decimal(left), over: decimal(over) });
  }
  return true;
}
