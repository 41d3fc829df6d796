import type { GprContent } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { linesOf, outlineOf, visibleRows } from "./outline.ts";

type Row = GprContent["rows"][number];

const row = (key: string, parent: string | null, more: Partial<Row> = {}): Row => ({
  key,
  parent,
  number: 1,
  name: key,
  department: "construction",
  ownerId: null,
  quantity: null,
  unit: null,
  work: null,
  facadeId: null,
  duration: 1,
  constraint: null,
  version: 1,
  start: "2026-08-03",
  finish: "2026-08-03",
  float: 0,
  critical: false,
  ...more,
});
/** a ( b ( c d ) e ) f */
const rows = [
  row("a", null),
  row("b", "a"),
  row("c", "b", { critical: true }),
  row("d", "b"),
  row("e", "a"),
  row("f", null),
];
const outline = outlineOf(rows);
const keys = (shown: readonly { key: string }[]) => shown.map(({ key }) => key).join("");

test("a row knows how deep it lies and whether rows lie under it", () => {
  expect(outline.map(({ depth }) => depth)).toEqual([0, 1, 2, 2, 1, 0]);
  expect(keys(outline.filter(({ summary }) => summary))).toBe("ab");
});

test("what is folded hides all that is under it, also what is folded itself", () => {
  expect(keys(visibleRows(outline, new Set(), null))).toBe("abcdef");
  expect(keys(visibleRows(outline, new Set(["b"]), null))).toBe("abef");
  expect(keys(visibleRows(outline, new Set(["a", "b"]), null))).toBe("af");
});

test("a filter keeps leaf rows and what they are under", () => {
  expect(keys(visibleRows(outline, new Set(), ({ critical }) => critical))).toBe("abc");
  expect(keys(visibleRows(outline, new Set(["b"]), ({ critical }) => critical))).toBe("ab");
  expect(keys(visibleRows(outline, new Set(), () => false))).toBe("");
});

test("a hidden row is seen on the line of what it is folded into", () => {
  const visible = visibleRows(outline, new Set(["a"]), null);
  const lines = linesOf(outline, visible);
  expect(["a", "c", "e", "f"].map((key) => lines.get(key))).toEqual([0, 0, 0, 1]);
});
