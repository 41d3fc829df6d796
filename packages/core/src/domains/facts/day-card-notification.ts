import type { NotificationCard, OutboxEvent } from "../../platform/notify/index.ts";
import { dayCard } from "./card/day-card.ts";
import { mayConfirm } from "./fact-workflow.ts";
import { type DayCard, readDayCard } from "./read-day-card.ts";

const NAME = "fact.day_card";

/** The living card of an object's day for its project managers. */
export const dayCardNotification: NotificationCard<DayCard, "managers", never> = {
  name: NAME,
  category: "facts",
  acts: dayCard.actions,
  of: ["fact", "object"],
  read: ({ db, now }, event) =>
    readDayCard(db, { objectId: objectOf(event), date: dayOf(event), now: now() }),
  people: () => ({}),
  groups: ["managers"],
  sees: () => true,
  subject: ({ objectId, date }) => ({
    key: dayCard.key(objectId, date),
    type: NAME,
    objectId,
    entityType: "object",
    entityId: objectId,
    deepLink: { kind: "object", id: objectId, section: "fact", day: date },
    living: true,
  }),
  draw: (day, drawing) => {
    const toConfirm = day.waiting.filter((entry) => mayConfirm(drawing.reader.actor, entry)).length;
    return dayCard.draw({ ...day, toConfirm }, drawing);
  },
};

function objectOf({ type, objectId }: OutboxEvent): number {
  if (objectId === null) throw new Error(`${type} names no object`);
  return objectId;
}

function dayOf({ type, payload: { date } }: OutboxEvent): string {
  if (typeof date !== "string" || !/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`${type} names no day`);
  return date;
}
