import { expect, test } from "vitest";
import { outlineOf } from "../model/outline.ts";
import { type Scale } from "../model/scale.ts";
import { barOf, linkPath, partAt } from "./geometry.ts";
import { type BoardRow, layoutOf, linesIn } from "./layout.ts";
import type { LinkType } from "./scene.ts";

const scale: Scale = { from: 100, days: 60, perDay: 10 };
const sizes = { row: 40, rem: 16 };
const outline = outlineOf([]);
const row = (first: number | null, last: number | null): BoardRow =>
  ({ ...outline[0], first, last, duration: 3, summary: false }) as BoardRow;

test("a bar covers its days, both included", () => {
  expect(barOf(row(103, 104), scale)).toEqual({ left: 30, right: 50 });
  expect(barOf(row(null, 104), scale)).toBeNull();
});

const path = (type: LinkType, from: BoardRow, to: BoardRow, lines: [number, number] = [0, 2]) =>
  linkPath({ from, to, fromLine: lines[0], toLine: lines[1], type }, scale, sizes);

test.each([
  ["FS", 50, 80],
  ["SS", 30, 80],
  ["FF", 50, 100],
  ["SF", 30, 100],
] as const)("a link %s joins the edges that it is about", (type, from, to) => {
  const points = path(type, row(103, 104), row(108, 109)) ?? [];
  expect(points[0]).toEqual([from, 20]);
  expect(points.at(-1)).toEqual([to, 100]);
  for (const [at, [x, y]] of points.entries()) {
    const [beforeX, beforeY] = points[at - 1] ?? [x, y];
    expect(x === beforeX || y === beforeY, "only straight parts").toBe(true);
  }
});

test("a link back in time goes round between the rows and arrives from the left", () => {
  const points = path("FS", row(110, 112), row(103, 104)) ?? [];
  expect(points).toHaveLength(6);
  expect(points[3]?.[0]).toBeLessThan(30);
  expect(path("FS", row(110, 112), row(null, null))).toBeNull();
});

test("the end of a bar makes it longer, the rest moves it", () => {
  const bar = { left: 100, right: 160 };
  expect([95, 100, 140, 157, 165, 180].map((x) => partAt(bar, x, 16))).toEqual([
    "body",
    "body",
    "body",
    "end",
    "end",
    null,
  ]);
});

test("a window shows the lines that reach into it", () => {
  const layout = layoutOf({ view: "chart", wide: true, rem: 16, width: 1000, height: 448 });
  expect(layout.columns.reduce((sum, { width }) => sum + width, 0)).toBe(layout.left);
  expect(linesIn(layout, 0, 2000)).toEqual({ from: 0, to: 10 });
  expect(linesIn(layout, 60, 2000)).toEqual({ from: 1, to: 12 });
  expect(linesIn(layout, 60, 5)).toEqual({ from: 1, to: 5 });
  expect(linesIn(layout, 9000, 5)).toEqual({ from: 5, to: 5 });
});
