import { listObjects, takesFacts } from "@stsphera/core";
import type { ObjectStatus, ObjectSummary } from "@stsphera/contracts";
import { can, type Permission } from "@stsphera/rbac";
import type { Turn } from "./turn.ts";

/** Active objects first, then upcoming ones; the verbs check what each state allows. */
const ORDER: readonly ObjectStatus[] = [
  "active",
  "completing",
  "on_hold",
  "planning",
  "draft",
  "closed",
  "archived",
];

/** True when facts and photos may be added to the object. */
export const isRunning = (object: { status: string }): boolean => takesFacts(object.status as ObjectStatus);

const byState = (a: ObjectSummary, b: ObjectSummary): number =>
  ORDER.indexOf(a.status) - ORDER.indexOf(b.status);

/** The user's own objects, active ones first. */
export async function myObjects(turn: Turn): Promise<ObjectSummary[]> {
  const { items } = await listObjects.run(turn.context(), { scope: "mine", limit: 200 });
  return items.toSorted(byState);
}

/**
 * Objects where the user enters facts: the active ones, or all of them when none is active. In no team these are the
 * objects of the company for those who may enter facts everywhere.
 */
export async function factObjects(turn: Turn): Promise<ObjectSummary[]> {
  const mine = await myObjects(turn);
  const own = mine.filter(({ id }) => can(turn.person(), "fact.enter", { objectId: id }));
  const entered = own.length > 0 ? own : (await objectsFor(turn, "fact.enter")).toSorted(byState);
  const running = entered.filter(isRunning);
  return running.length > 0 ? running : entered;
}

/** The object used last if it is in the list, else the first; null for an empty list. */
export function usualObject<T extends { id: number }>(turn: Turn, objects: readonly T[]): T | null {
  return objects.find(({ id }) => id === turn.memory().objectId) ?? objects[0] ?? null;
}

/** Objects on which the user has the permission. */
export async function objectsFor(turn: Turn, permission: Permission): Promise<ObjectSummary[]> {
  const { items } = await listObjects.run(turn.context(), { scope: "all", limit: 200 });
  return items.filter(({ id: objectId }) => can(turn.person(), permission, { objectId }));
}
