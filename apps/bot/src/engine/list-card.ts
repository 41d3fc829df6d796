import { type Button, card, type HtmlValue, type RenderedMessage } from "@stsphera/telegram";
import { pageButtons, pageOf } from "./people-chooser.ts";
import type { Turn } from "./turn.ts";

/** Rows that a list reads at most. */
export const MAX_ROWS = 200;

/** «7», or «200+» when more rows exist than were read. */
export const numberOf = ({ items, nextCursor }: { items: readonly unknown[]; nextCursor: unknown }): string =>
  nextCursor === null ? String(items.length) : `${items.length}+`;

/** A page of a list with a button per row; a page past the end shows the last one. */
export function listCard<T>(
  turn: Turn,
  list: {
    readonly items: readonly T[];
    readonly page: number;
    readonly title: string;
    readonly row: (item: T) => HtmlValue;
    readonly open: (item: T, page: number) => Button[];
    readonly turnTo: (page: number) => string;
    readonly empty: readonly [title: string, text: string];
    readonly lastRow: Button[];
  },
): RenderedMessage {
  const { items, title, row, open, turnTo, empty, lastRow } = list;
  if (items.length === 0) return { text: card(empty[0], [empty[1]]), buttons: [lastRow] };
  const { page, shown, rest } = pageOf(items, list.page);
  return {
    text: card(title, shown.map(row)),
    buttons: [...shown.map((item) => open(item, page)), pageButtons(turn, page, rest, turnTo), lastRow],
  };
}
