import { type Actor, limitOn } from "@stsphera/rbac";

/** An observer sees what is wrong and where, and of the people nothing. */
export const isObserver = (actor: Actor, objectId: number): boolean =>
  limitOn(actor, "object.view", { objectId }) === "observer";
