import { type Actor, limitOn, myObjectIds } from "@stsphera/rbac";

/** The columns of the sums that a reader is shown: of all that is done, or of what of it is confirmed. */
export type CountedSums = {
  /** Of cells and of works. */
  readonly fact: "fact_qty" | "confirmed_qty";
  /** Of an object. */
  readonly earned: "earned_hours" | "confirmed_hours";
  /** Of a day. */
  readonly quantity: "quantity" | "confirmed_qty";
  readonly hours: "hours" | "confirmed_hours";
};

const ALL: CountedSums = { fact: "fact_qty", earned: "earned_hours", quantity: "quantity", hours: "hours" };
const CONFIRMED: CountedSums = {
  fact: "confirmed_qty",
  earned: "confirmed_hours",
  quantity: "confirmed_qty",
  hours: "confirmed_hours",
};

/** The columns that the actor is shown on an object. */
export const sumsFor = (actor: Actor, objectId: number): CountedSums =>
  countedSums(seesConfirmedOnly(actor, objectId));

/** Whether the actor is shown confirmed facts alone on an object. */
export const seesConfirmedOnly = (actor: Actor, objectId: number): boolean =>
  limitOn(actor, "fact.view", { objectId }) === "confirmed_only";

/** The objects of which the actor is shown confirmed facts alone. */
export const observedIds = (actor: Actor): number[] =>
  myObjectIds(actor).filter((objectId) => seesConfirmedOnly(actor, objectId));

/** SQL: whether an object is one of those of which the reader is shown confirmed facts alone, `observedIds` as a list. */
export const isObserved = (objectId: string, observed: string) =>
  `${objectId} = any (array(select unnest(${observed}::integer[])))`;

/** SQL of the norm hours that a reader is shown of a row `s` of object_sums. */
export const shownHours = (observed: string) =>
  `(case when ${isObserved("s.object_id", observed)} then s.confirmed_hours else s.earned_hours end)`;

/** Observers are shown confirmed facts alone, in every number. */
export const countedSums = (confirmedOnly: boolean): CountedSums => (confirmedOnly ? CONFIRMED : ALL);
