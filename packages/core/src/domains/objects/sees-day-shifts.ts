import { type Actor, limitOn } from "@stsphera/rbac";

/** Whether the sums of a day's shifts are the reader's: not an observer's, nor of who sees their own crew alone. */
export const seesDayShifts = (actor: Actor, objectId: number): boolean =>
  limitOn(actor, "object.view", { objectId }) !== "observer" &&
  limitOn(actor, "fact.enter", { objectId }) !== "own_crew";
