import { readDayCard } from "../../../domains/facts/index.ts";
import { deviationWords } from "./deviation-words.ts";
import { readProjectManagers } from "../recipients.ts";
import type { Handler, RelayedEvent } from "../told.ts";

/** The living card of an object's day for its РП: it rings for the first entry, from then on it is edited in silence. */
export const tellDayCard: Handler = async ({ db }, event) => {
  const { objectId } = event;
  if (objectId === null) throw new Error(`${event.type} names no object`);
  const date = dayOf(event);
  const [managers, day] = await Promise.all([
    readProjectManagers(db, objectId),
    readDayCard(db, { objectId, date }),
  ]);
  return managers.map((recipient) => ({
    recipient,
    render: "fact.day_card",
    payload: { ...day, deviations: day.deviations.map((one) => deviationWords(one, recipient.locale)) },
    key: `fact.day_card:${objectId}:${date}`,
    type: "fact.day_card",
    category: "facts",
    priority: "normal",
    objectId,
    entityType: "object",
    entityId: objectId,
    deepLink: { kind: "object", id: objectId, section: "fact" },
    cardKey: `fact.day_card:${objectId}:${date}`,
    ring: recipient.id === event.actorId ? "never" : "first",
    unread: recipient.id !== event.actorId,
    onlyIfKnown: day.entered === 0,
  }));
};

function dayOf(event: RelayedEvent): string {
  const { date } = event.payload;
  if (typeof date !== "string" || !/^\d{4}-\d\d-\d\d$/.test(date))
    throw new Error(`${event.type} names no day`);
  return date;
}
