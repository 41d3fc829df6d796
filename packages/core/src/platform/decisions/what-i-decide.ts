import {
  can,
  onBehalfOf,
  type Permission,
  type Relation,
  type UserActor,
  myObjectIds,
  type ObjectReach,
  reachOver,
} from "@stsphera/rbac";
import { confirmsOn, notToConfirm } from "../../domains/objects/index.ts";

/**
 * By each right, `object:person` for whomever it is held there as a deputy: what that one did himself is not for the
 * deputy to decide.
 */
export type InPlaceOf = Readonly<Record<"judges" | "gave" | "reschedules" | "confirms", string[]>>;

/** Where a person, in all his capacities, decides what. A right over every object makes nothing wait for him there. */
export type WhatIDecide = {
  /** Tasks that he was given. */
  takes: ObjectReach;
  /** Work of others, by his role. */
  judges: number[];
  /** Work and requests of the tasks that he gave. */
  gave: ObjectReach;
  /** Requests for another day, by his role. */
  reschedules: number[];
  /** Entries of facts: those of installers, and of these objects all. */
  confirms: number[];
  confirmsAll: number[];
  /** People who wait. */
  people: boolean;
  /** Whose work he does not decide on, while he stands in for somebody. */
  inPlaceOf: InPlaceOf | null;
};

/** The lists of objects that statements about waiting things are asked with. */
export function whatIDecide(actor: UserActor): WhatIDecide {
  const mine = myObjectIds(actor);
  const confirms = mine.filter((objectId) => confirmsOn(actor, objectId) !== "nobody");
  return {
    takes: reachOver(actor, "task.execute", ["assignee"]),
    judges: mine.filter((objectId) => can(actor, "task.approve", { objectId })),
    gave: reachOver(actor, "task.approve", ["creator"]),
    reschedules: mine.filter((objectId) => can(actor, "task.reschedule", { objectId })),
    confirms,
    confirmsAll: confirms.filter((objectId) => confirmsOn(actor, objectId) === "everybody"),
    people: can(actor, "users.manage"),
    inPlaceOf: inPlaceOf(actor, mine),
  };
}

function inPlaceOf(actor: UserActor, objectIds: readonly number[]): InPlaceOf | null {
  if (actor.deputyFor === undefined || actor.deputyFor.length === 0) return null;
  const pairs = (permission: Permission, relations: readonly Relation[] = []) =>
    objectIds.flatMap((objectId) => {
      const principalId = onBehalfOf(actor, permission, { objectId, relations });
      return principalId === null ? [] : [`${objectId}:${principalId}`];
    });
  return {
    judges: pairs("task.approve"),
    gave: pairs("task.approve", ["creator"]),
    reschedules: pairs("task.reschedule"),
    confirms: objectIds.flatMap((objectId) =>
      notToConfirm(actor, objectId).map((personId) => `${objectId}:${personId}`),
    ),
  };
}
