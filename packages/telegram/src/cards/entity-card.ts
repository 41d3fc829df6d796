import type { Button, RenderedMessage } from "../buttons.ts";
import { fitCaption, fitText, MESSAGE_LIMIT } from "../fit-text.ts";
import { card, type HtmlValue } from "../html.ts";

/** Captions fit two in a row, or one alone. */
const IN_ROW = 18;
const ALONE = 36;

export type EntityCard<T, V> = {
  /** Name of the thing's living card in a chat, by its ids: every place edits the same message. */
  key: (...ids: readonly (number | string)[]) => string;
  title(thing: T, view: V): string;
  draw(thing: T, view: V): RenderedMessage;
};

/**
 * The one card of a kind of thing, drawn from the same presented thing in every place: a reply of the bot, a
 * notification. Its buttons are what the reader may do, in the rows and the order that the definition states.
 */
export function entityCard<T, A extends string, V>(definition: {
  /** `task`, `fact.day_card`: what the key begins with. */
  name: string;
  title: (thing: T, view: V) => string;
  lines: (thing: T, view: V) => readonly HtmlValue[];
  rows: (thing: T, view: V) => readonly (readonly A[])[];
  /** What is offered to the reader, of what he may do. */
  offers: (thing: T, view: V) => (action: A) => boolean;
  button: (thing: T, action: A, view: V) => Button;
}): EntityCard<T, V> {
  const { name, title, lines, rows, offers, button } = definition;
  return {
    key: (...ids) => [name, ...ids].join(":"),
    title,
    draw(thing, view) {
      const offered = offers(thing, view);
      const buttons = rows(thing, view)
        .map((row) => row.filter(offered).map((action) => button(thing, action, view)))
        .filter((row) => row.length > 0);
      const text = fitText(card(title(thing, view), lines(thing, view)), MESSAGE_LIMIT);
      return { text, buttons: buttons.map(fitRow) };
    },
  };
}

const fitRow = (row: readonly Button[]): Button[] =>
  row.map((one) => ({ ...one, text: fitCaption(one.text, row.length > 1 ? IN_ROW : ALONE) }));
