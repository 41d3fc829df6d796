import type { ScheduleLink } from "../index.ts";
import { summaryKeys, type VersionContent, type VersionRow } from "./content.ts";

// Edits answer the new content, or the content itself where there is nothing to do. Rows lie in the order of the
// outline: a row is followed by what is under it.

/** A row and all rows under it, by key. */
export function branchOf(rows: readonly VersionRow[], key: string): Set<string> {
  const branch = new Set([key]);
  // A row comes after its parent, so one pass finds them all.
  for (const row of rows) if (row.parent !== null && branch.has(row.parent)) branch.add(row.key);
  return branch;
}

/** Rows in the order of the outline: each followed by what is under it, otherwise as they were. */
export function inOutline(rows: readonly VersionRow[]): VersionRow[] {
  const under = new Map<string | null, VersionRow[]>();
  for (const row of rows) {
    const siblings = under.get(row.parent);
    if (siblings) siblings.push(row);
    else under.set(row.parent, [row]);
  }
  const ordered: VersionRow[] = [];
  // Without recursion: an outline may be as deep as it is long.
  const open = (under.get(null) ?? []).toReversed();
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    ordered.push(row);
    open.push(...(under.get(row.key) ?? []).toReversed());
  }
  return ordered;
}

const withParent = (content: VersionContent, key: string, parent: string | null): VersionContent => ({
  ...content,
  rows: content.rows.map((row) => (row.key === key ? { ...row, parent } : row)),
});

/** «Понизить уровень»: the row goes under the one before it of the same level. */
export function indentRow(content: VersionContent, key: string): VersionContent {
  const index = content.rows.findIndex((row) => row.key === key);
  const row = content.rows[index];
  if (row === undefined) return content;
  const above = content.rows.slice(0, index).findLast(({ parent }) => parent === row.parent);
  return above === undefined ? content : withParent(content, key, above.key);
}

/** «Повысить уровень»: the row goes beside its parent, behind all that is under that. */
export function outdentRow(content: VersionContent, key: string): VersionContent {
  const row = content.rows.find((one) => one.key === key);
  const parent = content.rows.find((one) => one.key === row?.parent);
  if (row === undefined || parent === undefined) return content;
  const branch = branchOf(content.rows, key);
  const family = branchOf(content.rows, parent.key);
  const moved = content.rows.filter((one) => branch.has(one.key));
  const rest = content.rows.filter((one) => !branch.has(one.key));
  const end = rest.findLastIndex((one) => family.has(one.key)) + 1;
  const rows = [...rest.slice(0, end), ...moved, ...rest.slice(end)];
  return withParent({ ...content, rows }, key, parent.parent);
}

/** Exchanges a row, with all under it, with the next one of its level, or with the one before it. */
export function moveRow(content: VersionContent, key: string, down: boolean): VersionContent {
  const row = content.rows.find((one) => one.key === key);
  if (row === undefined) return content;
  const siblings = content.rows.filter(({ parent }) => parent === row.parent);
  const other = siblings[siblings.findIndex((one) => one.key === key) + (down ? 1 : -1)];
  if (other === undefined) return content;
  const [first, second] = (down ? [row, other] : [other, row]).map((one) => branchOf(content.rows, one.key));
  const inFirst = content.rows.filter((one) => first?.has(one.key));
  const inSecond = content.rows.filter((one) => second?.has(one.key));
  const at = content.rows.findIndex((one) => first?.has(one.key));
  const rest = content.rows.filter((one) => !first?.has(one.key) && !second?.has(one.key));
  return { ...content, rows: [...rest.slice(0, at), ...inSecond, ...inFirst, ...rest.slice(at)] };
}

/** Removes rows with all under them, and the links of what is removed. */
export function removeRows(content: VersionContent, keys: readonly string[]): VersionContent {
  const gone = new Set(keys);
  // A row comes after its parent, so one pass finds all that is under them.
  for (const row of content.rows) if (row.parent !== null && gone.has(row.parent)) gone.add(row.key);
  return {
    ...content,
    rows: content.rows.filter(({ key }) => !gone.has(key)),
    links: content.links.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
  };
}

/** Adds a row behind another one and all under it, at the same level; at the end without one. */
export function addRow(content: VersionContent, row: Omit<VersionRow, "parent">, behind: string | null) {
  const before = content.rows.find(({ key }) => key === behind);
  const branch = before ? branchOf(content.rows, before.key) : new Set<string>();
  const at = before ? content.rows.findLastIndex(({ key }) => branch.has(key)) + 1 : content.rows.length;
  const added: VersionRow = { ...row, parent: before?.parent ?? null };
  return { ...content, rows: [...content.rows.slice(0, at), added, ...content.rows.slice(at)] };
}

/** «Связать последовательно»: each of the rows begins after the one before it; links they have stay. */
export function linkInSequence(content: VersionContent, keys: readonly string[]): VersionContent {
  const links: ScheduleLink[] = [...content.links];
  const linked = new Set(links.flatMap(({ from, to, type }) => (type === "FS" ? [`${from} ${to}`] : [])));
  for (const [index, to] of keys.entries()) {
    const from = keys[index - 1];
    if (from === undefined || linked.has(`${from} ${to}`)) continue;
    linked.add(`${from} ${to}`);
    links.push({ from, to, type: "FS", lag: 0, unit: "work" });
  }
  return { ...content, links };
}

/** Sets fields of rows; a summary has no duration of its own to set. */
export function setFields(
  content: VersionContent,
  keys: readonly string[],
  fields: Partial<
    Pick<
      VersionRow,
      "name" | "department" | "owner" | "duration" | "constraint" | "quantity" | "unit" | "work" | "facade"
    >
  >,
): VersionContent {
  const chosen = new Set(keys);
  const summaries = summaryKeys(content.rows);
  const { duration: _, ...others } = fields;
  return {
    ...content,
    rows: content.rows.map((row) =>
      chosen.has(row.key) ? { ...row, ...(summaries.has(row.key) ? others : fields) } : row,
    ),
  };
}
