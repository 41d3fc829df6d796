import { forEachNext, type Topology } from "./graph.ts";

/**
 * Finds a cycle among nodes that could not be ordered and answers its rows in the order of their links. A summary
 * whose gate and span both lie on the way is named once.
 */
export function findCycle(topology: Omit<Topology, "order">, left: (node: number) => boolean): string[] {
  const { count, ids } = topology;
  // Each node that is left has one before it that is left, so walking backwards must come round.
  const before = new Int32Array(2 * count).fill(-1);
  for (let node = 0; node < 2 * count; node += 1) {
    if (!left(node)) continue;
    forEachNext(topology, node, (next) => {
      if (left(next)) before[next] = node;
    });
  }
  const seen = new Map<number, number>();
  const walk: number[] = [];
  let node = before.findIndex((from) => from >= 0);
  while (!seen.has(node)) {
    seen.set(node, walk.length);
    walk.push(node);
    node = before[node] ?? -1;
  }
  const rows = walk
    .slice(seen.get(node))
    .toReversed()
    .map((on) => on % count);
  const named = rows.filter((row, at) => row !== rows.at(at - 1));
  return [...new Set(named.length > 0 ? named : rows)].map((row) => ids[row] ?? "");
}
