import type { EventsOf, Notice, Notices, NotificationCard } from "../../platform/notify/index.ts";
import { delegationCard } from "./card/delegation-card.ts";
import { type DelegationDays, readDelegation } from "./read-delegation.ts";

type Who = "principal" | "deputy";

/** Notification with the period of a delegation, for both users. */
const delegationNotification: NotificationCard<DelegationDays, Who, never> = {
  name: "delegation",
  category: "people",
  of: ["delegation"],
  read: ({ db }, { entityId }) => readDelegation(db, entityId),
  people: ({ principalId, deputyId }) => ({ principal: [principalId], deputy: [deputyId] }),
  sees: () => true,
  subject: ({ id, objectId }, { type }) => ({
    key: delegationCard.key(id),
    type,
    objectId,
    entityType: "delegation",
    entityId: id,
    deepLink: { kind: "delegation", id },
    living: true,
  }),
  draw: delegationCard.draw,
};

const days: Notice<DelegationDays, Who, never> = {
  to: ["principal", "deputy"],
  card: delegationNotification,
  alert: "first",
};

/** Who is notified of delegations; the card of one that ended, or ran out, is sent anew. */
export const delegationNotices = {
  "delegation.created": days,
  "delegation.ended": { ...days, alert: "always" },
} as const satisfies Record<EventsOf<"delegation">, Notices<DelegationDays, Who, never>>;
