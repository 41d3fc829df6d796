import type { QueueItem, Thing } from "./queue-item.ts";

const ORDER: readonly Thing[] = ["fact", "comment", "act", "mark", "photo"];

/** How many of what: «2 факта, 1 фото». A picture counts by itself, whatever it goes with. */
export function countThings(
  items: readonly QueueItem[],
  say: (count: number, thing: Thing) => string,
): string {
  const counts = new Map<Thing, number>();
  const add = (thing: Thing, count: number) => counts.set(thing, (counts.get(thing) ?? 0) + count);
  for (const { describe, files } of items) {
    if (describe.thing !== "photo") add(describe.thing, 1);
    add("photo", files.length);
  }
  return ORDER.flatMap((thing) => {
    const count = counts.get(thing) ?? 0;
    return count === 0 ? [] : [say(count, thing)];
  }).join(", ");
}
