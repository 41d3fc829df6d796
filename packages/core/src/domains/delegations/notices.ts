import { renderDelegation } from "@stsphera/telegram";
import type { EventsOf, Notice, Notices, NotificationCard } from "../../platform/notify/index.ts";
import { type NotedDelegation, readDelegation } from "./read-delegation.ts";

type Who = "principal" | "deputy";

/** The days of a deputy, for both. */
const delegationNotification: NotificationCard<NotedDelegation, Who, never> = {
  name: "delegation",
  category: "people",
  read: ({ db }, { entityId }) => readDelegation(db, entityId),
  people: ({ principalId, deputyId }) => ({ principal: [principalId], deputy: [deputyId] }),
  sees: () => true,
  subject: ({ id, objectId }, { type }) => ({
    key: `delegation:${id}`,
    type,
    objectId,
    entityType: "delegation",
    entityId: id,
    deepLink: null,
    living: true,
  }),
  draw: (delegation, { locale, publicUrl }) => renderDelegation(delegation, { locale, publicUrl }),
};

const days: Notice<NotedDelegation, Who, never> = {
  to: ["principal", "deputy"],
  card: delegationNotification,
  alert: "first",
};

/** Who is notified of deputies; the end edits the same card. */
export const delegationNotices = {
  "delegation.created": days,
  "delegation.ended": { ...days, alert: "never" },
} as const satisfies Record<EventsOf<"delegation">, Notices<NotedDelegation, Who, never>>;
