import type { Button, RenderedMessage } from "../buttons.ts";
import { fitCaption, fitText, MESSAGE_LIMIT } from "../fit-text.ts";
import { card, type HtmlValue } from "../html.ts";

/** Maximum caption length for two buttons per row. */
const IN_ROW = 18;
const ALONE = 36;

type Rows<A extends string> = readonly (readonly A[])[];

export type EntityCard<T, V> = {
  /** Key of the thing's living card in a chat, from its ids: every place edits the same message. */
  key: (...ids: readonly (number | string)[]) => string;
  title(thing: T, view: V): string;
  /** All actions that the card has a button for. */
  actions: readonly string[];
  draw(thing: T, view: V): RenderedMessage;
};

/**
 * The card of a kind of thing, rendered from the same presented thing everywhere: in a reply of the bot and in a
 * notification. Its buttons are the reader's allowed actions, in the rows and order of the definition.
 */
export function entityCard<T, A extends string, V>(definition: {
  /** Prefix of the key: `task`, `fact.day_card`. */
  name: string;
  title: (thing: T, view: V) => string;
  lines: (thing: T, view: V) => readonly HtmlValue[];
  /** The rows of the complete card: every action has its place in them. */
  rows: Rows<A>;
  /** Other rows for some views, e.g. for a notification. */
  rowsFor?: (thing: T, view: V) => Rows<A> | undefined;
  /** Which of the allowed actions are offered to the reader. */
  offers: (thing: T, view: V) => (action: A) => boolean;
  button: (thing: T, action: A, view: V) => Button;
}): EntityCard<T, V> {
  const { name, title, lines, rows, rowsFor, offers, button } = definition;
  return {
    key: (...ids) => [name, ...ids].join(":"),
    title,
    actions: rows.flat(),
    draw(thing, view) {
      const offered = offers(thing, view);
      const buttons = (rowsFor?.(thing, view) ?? rows)
        .map((row) => row.filter(offered).map((action) => button(thing, action, view)))
        .filter((row) => row.length > 0);
      const text = fitText(card(title(thing, view), lines(thing, view)), MESSAGE_LIMIT);
      return { text, buttons: buttons.map(fitRow) };
    },
  };
}

const fitRow = (row: readonly Button[]): Button[] =>
  row.map((one) => ({ ...one, text: fitCaption(one.text, row.length > 1 ? IN_ROW : ALONE) }));
