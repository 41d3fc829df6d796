import { type Scale, xOf } from "../model/scale.ts";
import type { BoardRow, Layout } from "./layout.ts";
import type { BoardLink } from "./scene.ts";

/** The left and the right edge of a row's bar, from the left edge of the chart; null without dates. */
export function barOf(row: Pick<BoardRow, "first" | "last">, scale: Scale) {
  const { first, last } = row;
  if (first === null || last === null) return null;
  return { left: xOf(scale, first), right: Math.max(xOf(scale, last + 1), xOf(scale, first) + 2) };
}

export const isMilestone = ({ duration, summary }: BoardRow): boolean => duration === 0 && !summary;

type Point = readonly [x: number, y: number];

/** The corners of a link, from the edge of one bar to the edge of the other. */
export function linkPath(
  { from, to, fromLine, toLine, type }: BoardLink,
  scale: Scale,
  { row, rem }: Pick<Layout, "row" | "rem">,
): Point[] | null {
  const [before, after] = [barOf(from, scale), barOf(to, scale)];
  if (before === null || after === null) return null;
  const gap = rem / 2;
  const [ofFrom, ofTo] = [type.startsWith("F") ? 1 : -1, type.endsWith("S") ? -1 : 1];
  const x1 = ofFrom > 0 ? before.right : before.left;
  const x2 = ofTo < 0 ? after.left : after.right;
  const [y1, y2] = [(fromLine + 0.5) * row, (toLine + 0.5) * row];
  const [out, into] = [x1 + ofFrom * gap, x2 + ofTo * gap];
  // One bend where the way leads on, otherwise round between two rows.
  const isStraight = ofFrom === ofTo || (ofFrom > 0 ? into >= x1 : into <= x1);
  if (isStraight) {
    const x = ofTo < 0 ? Math.min(out, into) : Math.max(out, into);
    return [
      [x1, y1],
      [x, y1],
      [x, y2],
      [x2, y2],
    ];
  }
  const between = y2 - Math.sign(y2 - y1) * (row / 2);
  return [
    [x1, y1],
    [out, y1],
    [out, between],
    [into, between],
    [into, y2],
    [x2, y2],
  ];
}

/** What of a bar is under a point: its end, which makes it longer, or its body, which moves it. */
export function partAt(
  bar: { left: number; right: number },
  x: number,
  reach: number,
): "end" | "body" | null {
  if (x < bar.left - reach / 2 || x > bar.right + reach / 2) return null;
  // A short bar is all body but for what is beyond its end.
  return x > bar.right - Math.min(reach / 2, (bar.right - bar.left) / 4) ? "end" : "body";
}
