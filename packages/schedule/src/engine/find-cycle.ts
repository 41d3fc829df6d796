import { forEachNext, type Topology } from "./graph.ts";

/**
 * Finds a cycle among nodes that could not be ordered and answers its rows, each once, in the order of their links.
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
  return shorten(walk.slice(seen.get(node)).toReversed(), count).map((on) => ids[on % count] ?? "");
}

/**
 * A summary's span waits for its gate, so the way from its gate to its span says nothing: it is cut out, until each row
 * is on the way once.
 */
function shorten(cycle: readonly number[], count: number): readonly number[] {
  const on = new Set(cycle);
  const twice = cycle.findIndex((node) => node >= count && on.has(node - count));
  if (twice < 0) return cycle;
  const fromSpan = [...cycle.slice(twice), ...cycle.slice(0, twice)];
  return shorten(fromSpan.slice(0, fromSpan.indexOf((cycle[twice] ?? 0) - count)), count);
}
