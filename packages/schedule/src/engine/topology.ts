import type { Problem, ScheduleLink, ScheduleRow } from "./network.ts";
import { findCycle } from "./find-cycle.ts";

/** Lists of numbers by index, in two arrays. */
export type Lists = { at: Int32Array; items: Int32Array };

/**
 * The order in which rows are computed. A row has a node of its index. A summary has two: its index is the gate, which
 * hands what is linked to the summary down to its rows; its index + `count` is the span, known after its rows.
 */
export type Topology = {
  count: number;
  ids: readonly string[];
  indexOf: ReadonlyMap<string, number>;
  /** The index of the parent, or −1. */
  parent: Int32Array;
  children: Lists;
  links: readonly ScheduleLink[];
  linkFrom: Int32Array;
  linkTo: Int32Array;
  /** Indexes of links by the index of the successor, and of the predecessor. */
  incoming: Lists;
  outgoing: Lists;
  /** Nodes, each after all it depends on. */
  order: Int32Array;
};

export const isSummary = ({ children }: Pick<Topology, "children">, index: number): boolean =>
  (children.at[index + 1] ?? 0) > (children.at[index] ?? 0);

/** Groups the numbers 0…n−1 by a key of 0…count−1; a key of −1 leaves a number out. */
export function group(keys: Int32Array, count: number): Lists {
  const at = new Int32Array(count + 1);
  for (const key of keys) if (key >= 0) at[key + 1] = (at[key + 1] ?? 0) + 1;
  for (let index = 0; index < count; index += 1) at[index + 1] = (at[index + 1] ?? 0) + (at[index] ?? 0);
  const next = at.slice();
  const items = new Int32Array(at[count] ?? 0);
  keys.forEach((key, number) => {
    if (key < 0) return;
    const place = next[key] ?? 0;
    items[place] = number;
    next[key] = place + 1;
  });
  return { at, items };
}

/** The outline alone, which is needed to judge rows and links. */
export function readOutline(rows: readonly ScheduleRow[]): {
  indexOf: Map<string, number>;
  parent: Int32Array;
  children: Lists;
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

/** The node that successors of a row wait for: the span of a summary. */
export const outNode = (topology: Pick<Topology, "count" | "children">, index: number): number =>
  isSummary(topology, index) ? index + topology.count : index;

/** Calls `visit` with each node that depends on a node. */
export function forEachNext(
  topology: Omit<Topology, "order">,
  node: number,
  visit: (next: number) => void,
): void {
  const { count, parent, children, outgoing, linkTo } = topology;
  const span = node >= count;
  const index = span ? node - count : node;
  if (!span && isSummary(topology, index)) {
    for (let at = children.at[index] ?? 0; at < (children.at[index + 1] ?? 0); at += 1) {
      visit(children.items[at] ?? 0);
    }
    return;
  }
  if (span && !isSummary(topology, index)) return;
  const above = parent[index] ?? -1;
  if (above >= 0) visit(above + count);
  for (let at = outgoing.at[index] ?? 0; at < (outgoing.at[index + 1] ?? 0); at += 1) {
    visit(linkTo[outgoing.items[at] ?? 0] ?? 0);
  }
}
