import { can } from "@stsphera/rbac";
import type { NotificationCard, OutboxEvent } from "../../platform/notify/index.ts";
import { readEngineers } from "./read-engineers.ts";
import { dayCard } from "./card/day-card.ts";
import { mayConfirm } from "./fact-workflow.ts";
import { type DayCard, readDayCard } from "./read-day-card.ts";

const NAME = "fact.day_card";

/** A day, and the engineers of PTO who are told when it is closed. */
export type ToldDay = DayCard & { engineers: number[] };

/** The living card of an object's day for its project managers, and for PTO once the shift is closed. */
export const dayCardNotification: NotificationCard<ToldDay, "managers" | "engineers", never> = {
  name: NAME,
  category: "facts",
  acts: dayCard.actions,
  of: ["fact", "object"],
  async read({ db, now }, event) {
    const objectId = objectOf(event);
    const day = await readDayCard(db, { objectId, date: dayOf(event), now: now() });
    return { ...day, engineers: await readEngineers(db, objectId) };
  },
  people: ({ engineers }) => ({ engineers }),
  groups: ["managers"],
  sees: ({ actor }, { objectId }) => can(actor, "fact.view", { objectId }),
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
