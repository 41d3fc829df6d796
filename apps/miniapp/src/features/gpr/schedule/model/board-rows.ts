import type { GprContent } from "@stsphera/contracts";
import { dayNumber } from "@stsphera/schedule";
import type { BoardRow } from "../board/layout.ts";
import type { BoardLink } from "../board/scene.ts";
import { linesOf, outlineOf } from "./outline.ts";

type Content = Pick<GprContent, "rows" | "links" | "startOn">;

const numberOf = (day: string | null) => (day === null ? null : dayNumber(day));

/** All rows of a version with their place in the outline and the numbers of their days. */
export const boardRowsOf = ({ rows }: Content): BoardRow[] =>
  outlineOf(rows).map((row) => ({ ...row, first: numberOf(row.start), last: numberOf(row.finish) }));

/** The first and the last day of a schedule. */
export function spanOf({ startOn }: Content, rows: readonly BoardRow[]): { first: number; last: number } {
  let [first, last] = [dayNumber(startOn), dayNumber(startOn)];
  for (const row of rows) {
    if (row.first !== null && row.first < first) first = row.first;
    if (row.last !== null && row.last > last) last = row.last;
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
