import { can, limitOn, type UserActor } from "@stsphera/rbac";
import { myObjectIds } from "../objects/index.ts";
import { type Reach, reachOver } from "../tasks/index.ts";

/** Where a person, in all his capacities, decides what. A right over every object makes nothing wait for him there. */
export type WhatIDecide = {
  /** Tasks that he was given. */
  takes: Reach;
  /** Work of others, by his role. */
  judges: number[];
  /** Work and requests of the tasks that he gave. */
  gave: Reach;
  /** Requests for another day, by his role. */
  reschedules: number[];
  /** Entries of facts: those of installers, and of these objects all. */
  confirms: number[];
  confirmsAll: number[];
  /** People who wait. */
  people: boolean;
};

/** The lists of objects that statements about waiting things are asked with. */
export function whatIDecide(actor: UserActor): WhatIDecide {
  const mine = myObjectIds(actor);
  const confirms = mine.filter((objectId) => {
    const limit = limitOn(actor, "fact.confirm", { objectId });
    return can(actor, "fact.confirm", { objectId }) && (limit === null || limit === "installers_entries");
  });
  return {
    takes: reachOver(actor, "task.execute", ["assignee"]),
    judges: mine.filter((objectId) => can(actor, "task.approve", { objectId })),
    gave: reachOver(actor, "task.approve", ["creator"]),
    reschedules: mine.filter((objectId) => can(actor, "task.reschedule", { objectId })),
    confirms,
    confirmsAll: confirms.filter((objectId) => limitOn(actor, "fact.confirm", { objectId }) === null),
    people: can(actor, "users.manage"),
  };
}
