import type { NotificationCard } from "../../platform/notify/index.ts";
import { type Unreachable, unreachableCard } from "./card/unreachable-card.ts";

const STATEMENT = `
  select id as "userId", full_name as "fullName" from users where id = $1 and status = 'active' and unreachable_at is not null`;

/** Tells the administrators of a person whom Telegram does not let the bot write to; nothing if that has passed. */
export const unreachableNotification: NotificationCard<Unreachable, "admins", never> = {
  name: "user.unreachable",
  category: "people",
  of: ["user"],
  read: async ({ db }, { entityId }) => (await db.read<Unreachable>(STATEMENT, [entityId]))[0] ?? null,
  people: () => ({}),
  groups: ["admins"],
  acts: ["open"],
  sees: ({ id }, { userId }) => id !== userId,
  subject: ({ userId }) => ({
    key: `user.unreachable:${userId}`,
    type: "user.unreachable",
    objectId: null,
    entityType: "user",
    entityId: userId,
    deepLink: null,
    living: false,
  }),
  draw: unreachableCard.draw,
};
