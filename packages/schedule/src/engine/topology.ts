import { findCycle } from "./find-cycle.ts";
import { forEachNext, group, type Topology } from "./graph.ts";
import type { Problem, ScheduleLink, ScheduleRow } from "./network.ts";

/** The outline alone, which is needed to judge rows and links. */
export function readOutline(rows: readonly ScheduleRow[]): {
  indexOf: Map<string, number>;
  parent: Int32Array;
  children: Topology["children"];
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const indexOf = new Map<string, number>();
  rows.forEach(({ id }, index) => {
    if (indexOf.has(id)) problems.push({ kind: "duplicate_row", row: id });
    else indexOf.set(id, index);
  });
  const parent = new Int32Array(rows.length).fill(-1);
  rows.forEach((row, index) => {
    if (row.parent === undefined || row.parent === null) return;
    const found = indexOf.get(row.parent);
    if (found === undefined) problems.push({ kind: "unknown_parent", row: row.id });
    else parent[index] = found;
  });
  // A row whose ancestors never end is within a cycle of parents; `settled` keeps the walk linear.
  const settled = new Uint8Array(rows.length);
  rows.forEach((row, index) => {
    const walked: number[] = [];
    let at = index;
    while (at >= 0 && settled[at] === 0) {
      settled[at] = 2;
      walked.push(at);
      at = parent[at] ?? -1;
    }
    if (at >= 0 && settled[at] === 2) problems.push({ kind: "parent_cycle", row: row.id });
    for (const step of walked) settled[step] = 1;
  });
  return { indexOf, parent, children: group(parent, rows.length), problems };
}

/** Orders the nodes; a cycle is answered by the rows it leads through. The outline and the links have been judged. */
export function createTopology(
  rows: readonly ScheduleRow[],
  links: readonly ScheduleLink[],
  { indexOf, parent, children }: Pick<Topology, "indexOf" | "parent" | "children">,
): { topology: Topology } | { cycle: string[] } {
  const count = rows.length;
  const linkFrom = Int32Array.from(links, ({ from }) => indexOf.get(from) ?? -1);
  const linkTo = Int32Array.from(links, ({ to }) => indexOf.get(to) ?? -1);
  const ids = rows.map(({ id }) => id);
  const parts = { count, ids, indexOf, parent, children, links, linkFrom, linkTo };
  const unordered = { ...parts, incoming: group(linkTo, count), outgoing: group(linkFrom, count) };
  const missing = new Int32Array(2 * count);
  const nodes = 2 * count;
  for (let node = 0; node < nodes; node += 1) {
    forEachNext(unordered, node, (next) => {
      missing[next] = (missing[next] ?? 0) + 1;
    });
  }
  const order = new Int32Array(nodes);
  let filled = 0;
  for (let node = 0; node < nodes; node += 1) {
    if (missing[node] === 0) {
      order[filled] = node;
      filled += 1;
    }
  }
  for (let at = 0; at < filled; at += 1) {
    forEachNext(unordered, order[at] ?? 0, (next) => {
      missing[next] = (missing[next] ?? 0) - 1;
      if (missing[next] === 0) {
        order[filled] = next;
        filled += 1;
      }
    });
  }
  if (filled === nodes) return { topology: { ...unordered, order } };
  return { cycle: findCycle(unordered, (node) => (missing[node] ?? 0) > 0) };
}
