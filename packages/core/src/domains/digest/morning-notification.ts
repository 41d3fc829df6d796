import type { Notice, NotificationCard } from "../../platform/notify/index.ts";
import { type Morning, morningButtons, morningCard } from "./card/morning-card.ts";
import { MORNING_MINUTES } from "./morning-moments.ts";
import { readMorning } from "./read-morning.ts";

const MINUTE_MS = 60_000;

type Read = Morning & { userId: number };

const morningNotification: NotificationCard<Read, "person", never> = {
  name: "digest.morning",
  category: "system",
  acts: ["those of its sections"],
  of: ["user"],
  async read({ db, now }, { entityId: userId, payload: { at } }) {
    const since = typeof at === "string" ? now().getTime() - Date.parse(at) : Number.NaN;
    if (!(since <= MORNING_MINUTES * MINUTE_MS)) return null;
    const morning = await readMorning(db, userId, now());
    return morning === null ? null : { ...morning, userId };
  },
  people: ({ userId }) => ({ person: [userId] }),
  sees: () => true,
  subject: ({ userId }) => ({
    key: morningCard.key(userId),
    type: "digest.morning",
    objectId: null,
    entityType: "user",
    entityId: userId,
    deepLink: null,
    living: true,
  }),
  draw(morning, { locale, today, publicUrl }) {
    const view = { locale, today, publicUrl };
    return { text: morningCard.draw(morning, view).text, buttons: morningButtons(morning, view) };
  },
};

/** The morning card: one message a person, in the place of the last one; not told when its hour has passed. */
export const morningNotice: Notice<Read, "person", never> = {
  to: ["person"],
  card: morningNotification,
  alert: "always",
  digest: { minutes: MORNING_MINUTES },
};
