import { can } from "@stsphera/rbac";
import { addDays } from "../../kernel/index.ts";
import { type Notice, type NotificationCard, wordsOf } from "../../platform/notify/index.ts";
import type { ToldDay } from "./day-card-notification.ts";
import { deviationCard } from "./card/deviation-card.ts";
import { groupDeviation } from "./card/group-day.ts";
import { readDayCard } from "./read-day-card.ts";
import { readEngineers } from "./read-engineers.ts";

type Deviating = ToldDay;
type Who = "managers" | "engineers";

/**
 * What a shift did more than 15 % off its plan, told once a day and object: when its last part is closed, or by the
 * clock after its end. Later news of the day edits the message.
 */
const deviationNotification: NotificationCard<Deviating, Who, never> = {
  name: "fact.deviation",
  category: "facts",
  acts: deviationCard.actions,
  of: ["object"],
  async read({ db, now }, { type, entityId: objectId, payload }) {
    const date = wordsOf(payload["date"]) ?? wordsOf(payload["day"]);
    if (date === null) throw new Error(`${type} names no day`);
    const day = await readDayCard(db, { objectId, date, now: now() });
    const isOver = type === "fact.deviation" || day.closed;
    if (!isOver || day.deviations.length === 0) return null;
    return { ...day, engineers: await readEngineers(db, objectId) };
  },
  people: ({ engineers }) => ({ engineers }),
  groups: ["managers"],
  sees: ({ actor }, { objectId }) => can(actor, "fact.view", { objectId }),
  subject: ({ objectId, date }) => ({
    key: deviationCard.key(objectId, date),
    type: "fact.deviation",
    objectId,
    entityType: "object",
    entityId: objectId,
    deepLink: { kind: "object", id: objectId, section: "fact", day: date },
    living: true,
  }),
  draw: (day, drawing) => deviationCard.draw(day, drawing),
};

export const deviationNotice: Notice<Deviating, Who, never> = {
  to: ["managers", "engineers"],
  card: deviationNotification,
  alert: "first",
  priority: "high",
  group: groupDeviation,
  deputies: true,
  // A shift that closed itself was told by the clock on its evening.
  stale: (_day, { payload }) => payload["byItself"] === true,
  hushed: ({ date, today }) => date < addDays(today, -1),
};
