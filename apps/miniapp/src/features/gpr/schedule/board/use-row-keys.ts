import { type KeyboardEvent, type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import type { BoardRow } from "./layout.ts";

type Keys = {
  readonly rows: readonly BoardRow[];
  readonly folded: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly grid: RefObject<HTMLElement | null>;
  /** Lines that fit into the window. */
  readonly page: number;
  readonly onOpen: (key: string) => void;
  readonly onFold: (key: string) => void;
  /** Scrolls to a line and draws its elements. */
  readonly reveal: (line: number) => void;
};

/** Keys of a tree of rows: arrows go through it and fold, Enter opens. */
export function useRowKeys({ rows, folded, chosen, grid, page, onOpen, onFold, reveal }: Keys) {
  const [focused, setFocused] = useState<string | null>(null);
  const isThere = (key: string | null) => key !== null && rows.some((row) => row.key === key);
  const active = isThere(focused) ? focused : isThere(chosen) ? chosen : (rows[0]?.key ?? null);

  function goTo(asked: number): void {
    const line = Math.min(Math.max(asked, 0), rows.length - 1);
    const row = rows[line];
    if (row === undefined) return;
    flushSync(() => {
      setFocused(row.key);
      reveal(line);
    });
    grid.current?.querySelector<HTMLElement>(`[data-line="${line}"]`)?.focus({ preventScroll: true });
  }

  function onKey(event: KeyboardEvent<HTMLElement>, line: number): void {
    const row = rows[line];
    if (row === undefined || event.target !== event.currentTarget) return;
    const isFolded = folded.has(row.key);
    const above = rows.findLastIndex(({ key }) => key === row.parent);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(line + 1),
      ArrowUp: () => goTo(line - 1),
      PageDown: () => goTo(line + page),
      PageUp: () => goTo(line - page),
      Home: () => goTo(0),
      End: () => goTo(rows.length - 1),
      ArrowRight: () => (row.summary && isFolded ? onFold(row.key) : goTo(line + 1)),
      ArrowLeft: () => (row.summary && !isFolded ? onFold(row.key) : goTo(above < 0 ? line : above)),
      Enter: () => onOpen(row.key),
      " ": () => onOpen(row.key),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  }
  return { active, onKey };
}
