import type { GprContent } from "@stsphera/contracts";
import type { Scale } from "../model/scale.ts";
import type { BoardColors } from "./colors.ts";
import type { FitText } from "./fit-text.ts";
import type { BoardRow, ColumnName, Layout } from "./layout.ts";

export type LinkType = GprContent["links"][number]["type"];

/** A link between two lines of the board. */
export type BoardLink = {
  readonly from: BoardRow;
  readonly to: BoardRow;
  readonly fromLine: number;
  readonly toLine: number;
  readonly type: LinkType;
};

/** What is said of a row. */
export type RowTexts = {
  /** «24 авг – 3 окт · 36 дн. · Жилин». */
  readonly facts: (row: BoardRow) => string;
  readonly cell: (row: BoardRow, column: ColumnName) => string;
  readonly heading: (column: ColumnName) => string;
  readonly month: (day: number, short: boolean) => string;
};

/** A bar while it is dragged. */
export type Dragged = { readonly key: string; readonly first: number; readonly last: number };

/** All that a frame is drawn from. */
export type Scene = {
  readonly rows: readonly BoardRow[];
  readonly links: readonly BoardLink[];
  readonly layout: Layout;
  readonly scale: Scale;
  readonly colors: BoardColors;
  readonly fit: FitText;
  readonly texts: RowTexts;
  readonly today: number;
  readonly isWorkday: (day: number) => boolean;
  readonly folded: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly ticked: ReadonlySet<string> | null;
  /** All links that are on the screen, not those of the chosen row alone. */
  readonly allLinks: boolean;
  /** Where rows were signed to lie is drawn, too. */
  readonly base: boolean;
  readonly dragged: Dragged | null;
};

/** Where the window stands on the board. */
export type Place = { readonly left: number; readonly top: number };
