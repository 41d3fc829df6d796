import type { OutlineRow } from "../model/outline.ts";

export type View = "list" | "chart";
export const VIEWS = ["list", "chart"] as const satisfies readonly View[];

/** A row with its dates as numbers of days; null where there are none. */
export type BoardRow = OutlineRow & {
  readonly first: number | null;
  readonly last: number | null;
  /** Of the version in force: how far it is, and how it was signed first. */
  readonly standing: {
    readonly base: { readonly first: number; readonly last: number } | null;
    /** Per cent; null for a milestone. */
    readonly done: number | null;
    /** Working days of the forecast behind the plan, and behind the base. */
    readonly late: number;
    readonly baseLate: number;
  } | null;
};

export type ColumnName = "number" | "name" | "start" | "finish" | "days" | "owner" | "float";
export type Column = { readonly name: ColumnName; readonly x: number; readonly width: number };

/** Sizes of a board in CSS pixels. */
export type Layout = {
  readonly view: View;
  readonly wide: boolean;
  readonly rem: number;
  readonly width: number;
  readonly height: number;
  /** Heights of a row and of the heading, and the width of the columns left of the chart, in CSS pixels. */
  readonly row: number;
  readonly head: number;
  readonly left: number;
  /** Columns of the part on the left; none where a row is told in lines. */
  readonly columns: readonly Column[];
};

type Room = Pick<Layout, "view" | "wide" | "rem" | "width" | "height">;

/** Columns of the wide table besides the name, which takes what is left. */
const TABLE: readonly (readonly [ColumnName, number])[] = [
  ["number", 3.5],
  ["name", 0],
  ["start", 6.5],
  ["finish", 6.5],
  ["days", 4],
  ["owner", 9],
  ["float", 8],
];

function columnsOf({ view, wide, rem, width }: Room, left: number): Column[] {
  if (!wide) return [];
  const widths: readonly (readonly [ColumnName, number])[] =
    view === "list"
      ? TABLE
      : [
          ["number", 3.5],
          ["name", 0],
        ];
  const room = view === "list" ? width : left;
  const taken = widths.reduce((sum, [, size]) => sum + size * rem, 0);
  let x = 0;
  return widths.map(([name, size]) => {
    const own = size === 0 ? Math.max(room - taken, 8 * rem) : size * rem;
    const column = { name, x, width: own };
    x += own;
    return column;
  });
}

/** How large everything is, in a window of a width and a height. */
export function layoutOf(room: Room): Layout {
  const { view, wide, rem, width } = room;
  const chartLeft = wide ? 20 * rem : Math.min(8 * rem, width * 0.45);
  const left = view === "list" ? width : chartLeft;
  const row = (wide ? 2.5 : view === "list" ? 4.75 : 3) * rem;
  const head = view === "chart" ? 3 * rem : wide ? 2.25 * rem : 0;
  return { ...room, row, head, left, columns: columnsOf(room, left) };
}

/** The lines that a window shows, from the first to the one behind the last. */
export function linesIn(layout: Layout, top: number, count: number): { from: number; to: number } {
  const from = Math.min(Math.max(Math.floor(top / layout.row), 0), count);
  const to = Math.min(Math.ceil((top + layout.height - layout.head) / layout.row), count);
  return { from, to: Math.max(to, from) };
}
