import { type KeyboardEvent, memo, type Ref } from "react";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { scheduleWords } from "../schedule-words.ts";
import type { BoardRow, Layout } from "./layout.ts";
import type { RowTexts } from "./scene.ts";

type Props = {
  ref: Ref<HTMLDivElement>;
  label: string;
  rows: readonly BoardRow[];
  from: number;
  to: number;
  layout: Layout;
  texts: RowTexts;
  folded: ReadonlySet<string>;
  ticked: ReadonlySet<string> | null;
  /** The row that Tab reaches. */
  active: string | null;
  onOpen: (key: string) => void;
  onFold: (key: string) => void;
  onKey: (event: KeyboardEvent<HTMLElement>, line: number) => void;
};

/** Where a row is folded: at its end in a phone's list, at its start elsewhere. */
export function foldPlace({ wide, view, width, rem }: Layout): { left: number; width: number } {
  if (wide) return { left: 3.5 * rem, width: 2.5 * rem };
  return view === "list" ? { left: width - 3.5 * rem, width: 3.5 * rem } : { left: 0, width: 2.5 * rem };
}

/**
 * The rows of the window as elements, over what the canvas draws: for screen readers, keys and taps. The words are there
 * without being seen.
 */
export const RowGrid = memo(function RowGrid({ ref, rows, from, to, layout, ...rest }: Props) {
  const words = useWords(scheduleWords);
  const { label, texts, folded, ticked, active, onOpen, onFold, onKey } = rest;
  return (
    <div
      ref={ref}
      role="treegrid"
      className="board-grid"
      aria-label={label}
      aria-rowcount={rows.length}
      aria-multiselectable={ticked !== null || undefined}
      style={{ width: layout.left }}
      data-testid="gpr-grid"
    >
      {rows.slice(from, to).map((row, index) => {
        const { key, number, name, depth, summary, critical } = row;
        const line = from + index;
        return (
          <div
            key={key}
            role="row"
            className="board-row"
            aria-rowindex={line + 1}
            aria-level={depth + 1}
            aria-expanded={summary ? !folded.has(key) : undefined}
            aria-selected={ticked === null || summary ? undefined : ticked.has(key)}
            tabIndex={key === active ? 0 : -1}
            style={{ top: layout.head + line * layout.row, height: layout.row }}
            onClick={() => onOpen(key)}
            onKeyDown={(event) => onKey(event, line)}
            data-line={line}
            data-critical={critical}
            data-testid={`gpr-line-${number}`}
          >
            <span role="gridcell">
              <span className="visually-hidden">
                {number} {name}
              </span>
              {summary && (
                <button
                  type="button"
                  tabIndex={-1}
                  className="board-fold"
                  style={foldPlace(layout)}
                  aria-label={folded.has(key) ? words.unfold(name) : words.fold(name)}
                  onClick={(event) => {
                    event.stopPropagation();
                    onFold(key);
                  }}
                  data-testid={`gpr-fold-${number}`}
                />
              )}
            </span>
            <span role="gridcell">
              <span className="visually-hidden">{texts.facts(row)}</span>
            </span>
          </div>
        );
      })}
    </div>
  );
});
