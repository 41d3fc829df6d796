import type { ScheduleLink } from "./network.ts";

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
