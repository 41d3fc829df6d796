import { type Actor, can, myObjectIds, seesEveryObject } from "@stsphera/rbac";
import { READING_RIGHTS } from "./reading-rights.ts";

/** What a reader may read now. */
export type Readable = {
  /** The reader's objects; null for every object. */
  own: number[] | null;
  /** Those of them where they do more than observe, and may read what names who works. */
  working: number[] | null;
  /** Types that they may not read everywhere. */
  bound: string[];
  /** Where they may read those: `type:object`. */
  held: string[];
};

const RIGHTS = Object.entries(READING_RIGHTS);

/** What a reader may read of the notification centre, by the rights of this moment. */
export function readableBy(actor: Actor): Readable {
  const mine = myObjectIds(actor);
  const everywhere = seesEveryObject(actor);
  const bound = RIGHTS.filter(([, right]) => !can(actor, right));
  return {
    own: everywhere ? null : mine,
    working: everywhere ? null : mine.filter((objectId) => can(actor, "task.view", { objectId })),
    bound: bound.map(([type]) => type),
    held: bound.flatMap(([type, right]) =>
      mine.filter((objectId) => can(actor, right, { objectId })).map((objectId) => `${type}:${objectId}`),
    ),
  };
}

/** What is told in these names who works, which observers are not shown. */
const OF_WORKERS = `('tasks', 'facts', 'construction')`;

const inList = (ids: string) => `n.object_id = any (array(select unnest(${ids}::int[])))`;

type Places = Record<keyof Readable, string>;

/**
 * SQL condition that a notification `n` may still be read: rights are judged at the moment of reading, so that old texts
 * are hidden from who has left the object or only observes it now, and what was sent by a right from who has lost it.
 */
export const readableSql = ({ own, working, bound, held }: Places): string =>
  `(n.object_id is null or ${own}::int[] is null
      or (${inList(own)} and (n.category not in ${OF_WORKERS} or ${inList(working)})))
    and (n.type <> all (${bound}::text[]) or concat(n.type, ':', n.object_id) = any (${held}::text[]))`;
