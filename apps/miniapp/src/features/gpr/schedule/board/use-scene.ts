import { useMemo, useState } from "react";
import type { DayRule } from "../model/calendar.ts";
import type { Scale } from "../model/scale.ts";
import { useBoardColors } from "./colors.ts";
import { createFitText } from "./fit-text.ts";
import type { BoardRow, Layout } from "./layout.ts";
import type { BoardLink, RowTexts, Scene } from "./scene.ts";

/** What is drawn, as the page gives it. */
export type Drawn = {
  readonly rows: readonly BoardRow[];
  readonly links: readonly BoardLink[];
  readonly texts: RowTexts;
  readonly today: number;
  readonly rule: DayRule;
  readonly folded: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly ticked: ReadonlySet<string> | null;
  readonly allLinks: boolean;
  readonly base: boolean;
};

/** The scene but for what changes from frame to frame: the scale and the bar that is dragged. */
export function useScene(drawn: Drawn, layout: Layout | null): Omit<Scene, "scale" | "dragged"> | null {
  const colors = useBoardColors();
  const [fit] = useState(createFitText);
  const { rows, links, texts, today, rule, folded, chosen, ticked, allLinks, base } = drawn;
  const { isWorkday } = rule;
  return useMemo(
    () =>
      layout === null
        ? null
        : {
            rows,
            links,
            layout,
            colors,
            fit,
            texts,
            today,
            isWorkday,
            folded,
            chosen,
            ticked,
            allLinks,
            base,
          },
    [rows, links, layout, colors, fit, texts, today, isWorkday, folded, chosen, ticked, allLinks, base],
  );
}

/** The size of the ground on which the window lies. */
export function groundOf(layout: Layout, scale: Scale, count: number): { width: number; height: number } {
  return {
    width: layout.view === "list" ? 0 : layout.left + scale.days * scale.perDay,
    height: layout.head + count * layout.row,
  };
}
