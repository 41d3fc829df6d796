import type { NotificationCard } from "../../platform/notify/index.ts";
import { type ErasureAsked, erasureAskedCard } from "./card/erasure-asked-card.ts";
import { readPersonContacts } from "./read-person-contacts.ts";

/** Whether the newest agreement was withdrawn with a request. */
const NEWEST = `
  select erasure_asked_at is not null as asked from consents where user_id = $1 order by id desc limit 1`;

/** Tells the administrators that a person asks for the erasure of their data. */
export const erasureAskedNotification: NotificationCard<ErasureAsked, "admins", never> = {
  name: "user.erasure_asked",
  category: "people",
  of: ["user"],
  async read({ db }, { entityId: userId }) {
    const { fullName } = await readPersonContacts(db, userId);
    const [newest] = await db.read<{ asked: boolean }>(NEWEST, [userId]);
    return { userId, fullName, isOpen: newest?.asked ?? false };
  },
  people: () => ({}),
  groups: ["admins"],
  acts: ["open"],
  sees: () => true,
  subject: ({ userId }) => ({
    key: `user.erasure_asked:${userId}`,
    type: "user.erasure_asked",
    objectId: null,
    entityType: "user",
    entityId: userId,
    deepLink: null,
    living: false,
  }),
  draw: erasureAskedCard.draw,
};
