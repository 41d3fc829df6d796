import type { GprComparison, GprContent } from "@stsphera/contracts";
import { dayNumber } from "@stsphera/schedule";
import type { BoardRow } from "../board/layout.ts";
import type { BoardLink } from "../board/scene.ts";
import { linesOf, outlineOf } from "./outline.ts";

type Content = Pick<GprContent, "rows" | "links" | "startOn">;

const numberOf = (day: string | null) => (day === null ? null : dayNumber(day));

/**
 * All rows of a version with their place in the outline and the numbers of their days; those of the version in force stand
 * where the forecast has them.
 */
export function boardRowsOf({ rows }: Content, comparison?: GprComparison): BoardRow[] {
  const compared = new Map(comparison?.rows.map((row) => [row.key, row]));
  return outlineOf(rows).map((row): BoardRow => {
    const found = compared.get(row.key);
    if (found === undefined)
      return { ...row, first: numberOf(row.start), last: numberOf(row.finish), standing: null };
    const { forecast, base, donePct, finishLate, baseLate, float, critical } = found;
    return {
      ...row,
      ...forecast,
      float: row.summary ? null : float,
      critical,
      first: dayNumber(forecast.start),
      last: dayNumber(forecast.finish),
      standing: {
        base: base === null ? null : { first: dayNumber(base.start), last: dayNumber(base.finish) },
        done: donePct,
        late: finishLate,
        baseLate: baseLate ?? 0,
      },
    };
  });
}

/** The first and the last day of a schedule. */
export function spanOf({ startOn }: Content, rows: readonly BoardRow[]): { first: number; last: number } {
  let [first, last] = [dayNumber(startOn), dayNumber(startOn)];
  for (const row of rows) {
    if (row.first !== null && row.first < first) first = row.first;
    if (row.last !== null && row.last > last) last = row.last;
    const base = row.standing?.base ?? null;
    if (base !== null) [first, last] = [Math.min(first, base.first), Math.max(last, base.last)];
  }
  return { first, last };
}

/** Links between the lines where their rows are seen. */
export function boardLinksOf(
  { links }: Content,
  rows: readonly BoardRow[],
  visible: readonly BoardRow[],
): BoardLink[] {
  const lines = linesOf(rows, visible);
  return links.flatMap((link): BoardLink[] => {
    const [fromLine, toLine] = [lines.get(link.from), lines.get(link.to)];
    if (fromLine === undefined || toLine === undefined) return [];
    const [from, to] = [visible[fromLine], visible[toLine]];
    return from === undefined || to === undefined ? [] : [{ from, to, fromLine, toLine, type: link.type }];
  });
}
