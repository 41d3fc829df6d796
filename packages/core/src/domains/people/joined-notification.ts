import { type NotificationCard, numberOf } from "../../platform/notify/index.ts";
import { readUsedInvitation } from "../invitations/index.ts";
import { type Joined, joinedCard } from "./card/joined-card.ts";
import { readPersonContacts } from "./read-person-contacts.ts";

/** Notification of a new member who joined by a link. */
export const joinedNotification: NotificationCard<Joined, "admins" | "inviter", never> = {
  name: "user.joined",
  category: "people",
  acts: joinedCard.actions,
  of: ["user"],
  async read({ db }, { type, entityId: userId, payload }) {
    const used = await readUsedInvitation(db, userId, numberOf(payload["invitationId"]));
    if (used === null) throw new Error(`${type} names no invitation of the person`);
    const { fullName } = await readPersonContacts(db, userId);
    return { ...used, userId, fullName };
  },
  people: ({ invitedById }) => ({ inviter: [invitedById] }),
  groups: ["admins"],
  sees: ({ id }, { userId }) => id !== userId,
  subject: ({ userId, objectId }) => ({
    key: joinedCard.key(userId, objectId),
    type: "user.joined",
    objectId,
    entityType: "user",
    entityId: userId,
    deepLink: { kind: "object", id: objectId, section: "team" },
    living: true,
  }),
  draw: joinedCard.draw,
};
