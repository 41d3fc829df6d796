import { isPassing } from "./is-passing.ts";
import type { NoticeRegistry, NotificationCard, Notices, NotifyDeps, OutboxEvent } from "./notice.ts";

/** Reads the thing of an event for a card. */
export type ReadThing = (card: NotificationCard, event: OutboxEvent) => Promise<unknown>;

export const rowsOf = (notices: Notices) => ("card" in notices ? [notices] : "to" in notices ? [] : notices);
export const cardsOf = (notices: Notices): Set<NotificationCard> =>
  new Set(rowsOf(notices).map((row) => row.card));

/**
 * Reads what the events of a batch tell of, by one statement for each card that can, so that a batch of many things costs
 * no more than one of few. What cannot be read together is read one by one, so that a fault stays with its event.
 */
export async function readThings(
  deps: NotifyDeps,
  events: readonly OutboxEvent[],
  notices: NoticeRegistry,
): Promise<ReadThing> {
  const wanted = new Map<NotificationCard, OutboxEvent[]>();
  for (const event of events)
    for (const card of cardsOf(notices[event.type])) {
      if (card.readMany === undefined || !card.of.includes(event.entityType)) continue;
      wanted.set(card, [...(wanted.get(card) ?? []), event]);
    }
  const read = new Map<NotificationCard, ReadonlyMap<number, unknown>>();
  for (const [card, ofCard] of wanted) {
    if (ofCard.length < 2 || card.readMany === undefined) continue;
    try {
      read.set(card, await card.readMany(deps, ofCard));
    } catch (error) {
      if (isPassing(error)) throw error;
    }
  }
  return async (card, event) => {
    const things = read.get(card);
    return things?.has(event.id) === true ? things.get(event.id) : card.read(deps, event);
  };
}
