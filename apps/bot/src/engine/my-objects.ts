import { listObjects, takesFacts } from "@stsphera/core";
import type { ObjectStatus, ObjectSummary } from "@stsphera/contracts";
import { can, type Permission } from "@stsphera/rbac";
import type { Turn } from "./turn.ts";

/** Running objects first, then those that will run; the verbs judge what each of them takes. */
const ORDER: readonly ObjectStatus[] = [
  "active",
  "completing",
  "on_hold",
  "planning",
  "draft",
  "closed",
  "archived",
];

/** True while facts and photos of an object make sense. */
export const isRunning = (object: { status: string }): boolean => takesFacts(object.status as ObjectStatus);

/** The person's own objects, the running ones first. */
export async function myObjects(turn: Turn): Promise<ObjectSummary[]> {
  const { items } = await listObjects.run(turn.context(), { scope: "mine", limit: 200 });
  return items.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
}

/** Objects on which the person enters facts: the running ones, or all of them when none runs yet. */
export async function factObjects(turn: Turn): Promise<ObjectSummary[]> {
  const mine = await myObjects(turn);
  const entered = mine.filter(({ id }) => can(turn.person(), "fact.enter", { objectId: id }));
  const running = entered.filter(isRunning);
  return running.length > 0 ? running : entered;
}

/** The object used last when it is among these, else the first. */
export function usualObject<T extends { id: number }>(turn: Turn, objects: readonly T[]): T | null {
  return objects.find(({ id }) => id === turn.memory().objectId) ?? objects[0] ?? null;
}

/** Objects on which the person holds a right. */
export async function objectsFor(turn: Turn, permission: Permission): Promise<ObjectSummary[]> {
  const { items } = await listObjects.run(turn.context(), { scope: "all", limit: 200 });
  return items.filter(({ id: objectId }) => can(turn.person(), permission, { objectId }));
}
