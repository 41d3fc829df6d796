import { momentText } from "@stsphera/core";
import { doerName } from "@stsphera/contracts/format";
import { card, type CardReader, type RenderedMessage } from "@stsphera/telegram";
import { personsToday } from "../days.ts";
import { conclude } from "../forms/move-on.ts";
import type { Turn } from "../turn.ts";
import { wayBack } from "../way-back.ts";
import { wordsOf } from "../words.ts";
import type { Entity, Thing } from "./entity.ts";

export function readerOf(turn: Turn): CardReader {
  const { locale, timeZone } = wordsOf(turn);
  return { readerId: turn.person().id, locale, timeZone, now: turn.now, today: personsToday(turn) };
}

export const loadThing = <C extends Thing>({ get, id }: Entity<C>, turn: Turn, thingId: number): Promise<C> =>
  get.run(turn.context(), { [id]: thingId } as never);

/** An entity's card with every action the user may take now. */
export function thingMessage<C extends Thing>(
  { card: drawn, name }: Entity<C>,
  turn: Turn,
  thing: C,
): RenderedMessage {
  const { text, buttons } = drawn.draw(thing, readerOf(turn));
  return { text, buttons: [...buttons, wayBack(turn, name, thing.id)] };
}

/** Shows an entity's card in its live message, or below when opened again; notifications edit the same message. */
export const openThing = async (entity: Entity, turn: Turn, thingId: number): Promise<void> =>
  turn.card(
    entity.card.key(thingId),
    thingMessage(entity, turn, await loadThing(entity, turn, thingId)),
    "below",
  );

export const showThing = (
  entity: Entity,
  turn: Turn,
  thing: Thing,
  message = thingMessage(entity, turn, thing),
): void => conclude(turn, { id: turn.requestId, card: entity.card.key(thing.id) }, message, false);

/** The entity's current card with a note on top: who changed it first and how. */
export function conflictMessage(entity: Entity, turn: Turn, thing: Thing): RenderedMessage {
  const { t } = turn;
  const [move] = thing.moves;
  const what =
    move === undefined
      ? t("error.conflict.text")
      : t("error.conflict.who", {
          who: doerName({ name: move.by.fullName, behalf: move.onBehalfOf?.fullName }, readerOf(turn).locale),
          at: momentText(move.at, readerOf(turn)),
          what: stateOf(entity, turn, thing),
        });
  const fresh = thingMessage(entity, turn, thing);
  return { text: `${card(t("error.conflict.title"), [what])}\n\n${fresh.text}`, buttons: fresh.buttons };
}

export const stateOf = (entity: Entity, turn: Turn, thing: Thing): string =>
  entity.state(thing, turn).toLocaleLowerCase();

/** Actions the user may take now, including decisions on a part of the entity. */
export const allowedOf = ({ part }: Entity, thing: Thing): ReadonlySet<string> =>
  new Set([...thing.can.actions, ...(part?.allowed(thing) ?? [])]);
