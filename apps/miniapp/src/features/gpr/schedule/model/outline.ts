import type { GprContent } from "@stsphera/contracts";

type Row = GprContent["rows"][number];

/** A row with its place in the outline. */
export type OutlineRow = Row & {
  readonly depth: number;
  /** Has rows under it. */
  readonly summary: boolean;
};

/** The rows of a version in their order; a row comes after the one it is under. */
export function outlineOf(rows: readonly Row[]): OutlineRow[] {
  const parents = new Set(rows.map(({ parent }) => parent));
  const depths = new Map<string, number>();
  return rows.map((row) => {
    const depth = row.parent === null ? 0 : (depths.get(row.parent) ?? 0) + 1;
    depths.set(row.key, depth);
    return { ...row, depth, summary: parents.has(row.key) };
  });
}

/** Which leaf rows are shown. */
export type RowFilter<R extends OutlineRow = OutlineRow> = (row: R) => boolean;

/** Leaf rows that pass the filter with all they are under, and what is folded left out. */
export function visibleRows<R extends OutlineRow>(
  outline: readonly R[],
  folded: ReadonlySet<string>,
  filter: RowFilter<R> | null,
): R[] {
  const kept = filter === null ? null : keptKeys(outline, filter);
  const hidden = new Set<string>();
  return outline.filter(({ key, parent }) => {
    const isHidden = parent !== null && (hidden.has(parent) || folded.has(parent));
    if (isHidden) hidden.add(key);
    return !isHidden && (kept === null || kept.has(key));
  });
}

function keptKeys<R extends OutlineRow>(outline: readonly R[], filter: RowFilter<R>): Set<string> {
  const kept = new Set<string>();
  for (let at = outline.length - 1; at >= 0; at -= 1) {
    const row = outline[at];
    if (row === undefined || !(kept.has(row.key) || (!row.summary && filter(row)))) continue;
    kept.add(row.key);
    if (row.parent !== null) kept.add(row.parent);
  }
  return kept;
}

/** Where each row is seen: its own line, or that of the nearest folded row above it. */
export function linesOf(
  outline: readonly OutlineRow[],
  visible: readonly OutlineRow[],
): ReadonlyMap<string, number> {
  const lines = new Map(visible.map(({ key }, line) => [key, line]));
  for (const { key, parent } of outline) {
    const above = parent === null ? undefined : lines.get(parent);
    if (!lines.has(key) && above !== undefined) lines.set(key, above);
  }
  return lines;
}
