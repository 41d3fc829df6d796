import type { ScheduleLink } from "../index.ts";
import type { VersionContent, VersionRow } from "./content.ts";

/**
 * One step of editing, as what was and what is: it can be stored, taken back and repeated, and tells when somebody else
 * has changed the same thing meanwhile. `order` is there where rows were added, removed or moved.
 */
export type Patch = {
  rows: { before: VersionRow | null; after: VersionRow | null }[];
  links: { before: ScheduleLink | null; after: ScheduleLink | null }[];
  order: { before: string[]; after: string[] } | null;
};

/** What a step cannot be applied to, because it is not as the step knows it. */
export type Conflict = { rows: string[]; links: ScheduleLink[]; order: boolean };

const linkKey = ({ from, to, type }: ScheduleLink) => JSON.stringify([from, to, type]);
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Fields in one order, so that rows can be compared as text. */
function plain(row: VersionRow): VersionRow {
  const { key, number, parent, name, department, owner, quantity, unit, work, duration } = row;
  const constraint = row.constraint && {
    kind: row.constraint.kind,
    edge: row.constraint.edge,
    day: row.constraint.day,
  };
  // Steps that were kept before rows had a facade have none.
  const facade = row.facade ?? null;
  return { key, number, parent, name, department, owner, quantity, unit, work, facade, duration, constraint };
}

const plainLink = ({ from, to, type, lag, unit }: ScheduleLink): ScheduleLink => ({
  from,
  to,
  type,
  lag,
  unit,
});

function changes<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>) {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ before: before.get(key) ?? null, after: after.get(key) ?? null }))
    .filter((change) => !same(change.before, change.after));
}

const rowsOf = ({ rows }: VersionContent) => new Map(rows.map((row) => [row.key, plain(row)]));
const linksOf = ({ links }: VersionContent) => new Map(links.map((link) => [linkKey(link), plainLink(link)]));

/** The step from one content to another. */
export function patchBetween(before: VersionContent, after: VersionContent): Patch {
  const order = {
    before: before.rows.map(({ key }) => key),
    after: after.rows.map(({ key }) => key),
  };
  return {
    rows: changes(rowsOf(before), rowsOf(after)),
    links: changes(linksOf(before), linksOf(after)),
    order: same(order.before, order.after) ? null : order,
  };
}

/** The step back. */
export function invertPatch({ rows, links, order }: Patch): Patch {
  const turn = <T>({ before, after }: { before: T; after: T }) => ({ before: after, after: before });
  return { rows: rows.map(turn), links: links.map(turn), order: order && turn(order) };
}

/** Applies a step where all it changes is as it knows it; other rows and links may have changed meanwhile. */
export function applyPatch(
  content: VersionContent,
  patch: Patch,
): { content: VersionContent; conflict?: undefined } | { conflict: Conflict } {
  const rows = rowsOf(content);
  const links = linksOf(content);
  const conflict: Conflict = { rows: [], links: [], order: false };
  for (const { before, after } of patch.rows) {
    const key = (before ?? after)?.key ?? "";
    if (!same(rows.get(key), before && plain(before))) conflict.rows.push(key);
    if (after === null) rows.delete(key);
    else rows.set(key, plain(after));
  }
  for (const { before, after } of patch.links) {
    const link = before ?? after;
    if (link === null) continue;
    if (!same(links.get(linkKey(link)), before && plainLink(before))) conflict.links.push(link);
    if (after === null) links.delete(linkKey(link));
    else links.set(linkKey(link), plainLink(after));
  }
  // A row that is taken away must take nothing with it that somebody added meanwhile.
  for (const row of rows.values()) {
    if (row.parent !== null && !rows.has(row.parent)) conflict.rows.push(row.key);
  }
  for (const link of links.values()) {
    if (!rows.has(link.from) || !rows.has(link.to)) conflict.links.push(link);
  }
  const order = arrange(content, rows, patch);
  conflict.order = order === null;
  if (conflict.order || conflict.rows.length + conflict.links.length > 0) return { conflict };
  return {
    content: {
      start: content.start,
      rows: (order ?? []).flatMap((key) => rows.get(key) ?? []),
      links: [...links.values()],
    },
  };
}

/** The new order; rows that others added stay behind the row they followed. Null where others moved the same rows. */
function arrange(
  content: VersionContent,
  rows: ReadonlyMap<string, VersionRow>,
  { order }: Patch,
): string[] | null {
  const current = content.rows.map(({ key }) => key);
  if (order === null) return current;
  const known = new Set(order.before);
  const now = new Set(current);
  const left = (keys: readonly string[]) => keys.filter((key) => now.has(key) && known.has(key));
  if (!same(left(current), left(order.before))) return null;
  const arranged = order.after.filter((key) => rows.has(key));
  const placed = new Set(arranged);
  current.forEach((key, index) => {
    if (placed.has(key) || !rows.has(key)) return;
    const behind = current.slice(0, index).findLast((other) => placed.has(other));
    arranged.splice(behind === undefined ? 0 : arranged.indexOf(behind) + 1, 0, key);
    placed.add(key);
  });
  return arranged;
}
