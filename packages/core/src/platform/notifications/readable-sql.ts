import { type Actor, can, myObjectIds, seesEveryObject } from "@stsphera/rbac";

/** The reader's objects, and those of them whose tasks and entries he may read; null where every object is his. */
export function readableObjects(actor: Actor): { own: number[]; working: number[] } | null {
  if (seesEveryObject(actor)) return null;
  const own = myObjectIds(actor);
  return { own, working: own.filter((objectId) => can(actor, "task.view", { objectId })) };
}

const inList = (ids: string) => `n.object_id = any (array(select unnest(${ids}::int[])))`;

/**
 * SQL condition that a notification `n` may still be read: rights are judged at the moment of reading, so that old texts
 * are hidden from who has left the object or only observes it now.
 */
export const readableSql = ({ own, working }: { own: string; working: string }): string =>
  `(n.object_id is null or (${inList(own)} and (n.category not in ('tasks', 'facts') or ${inList(working)})))`;
