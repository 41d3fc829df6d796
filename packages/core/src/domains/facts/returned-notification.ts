import { can } from "@stsphera/rbac";
import type { Notice, NotificationCard } from "../../platform/notify/index.ts";
import { returnedCard } from "./card/returned-card.ts";
import { readReturnedEntry, type ReturnedEntry } from "./read-returned-entry.ts";

/** The author's card of an entry: sent anew when it is returned, changed in place when the return is undone. */
const returnedNotification: NotificationCard<ReturnedEntry, "author", never> = {
  name: "fact.returned",
  category: "facts",
  acts: returnedCard.actions,
  of: ["fact"],
  read: ({ db }, { entityId, type }) =>
    readReturnedEntry(db, entityId, type === "fact.returned" ? "returned" : "submitted"),
  people: ({ authorId }) => ({ author: [authorId] }),
  sees: ({ actor }, { objectId }) => can(actor, "fact.view", { objectId }),
  subject: ({ id, objectId, date: day }, { type }) => ({
    key: returnedCard.key(id),
    type,
    objectId,
    entityType: "fact",
    entityId: id,
    deepLink: { kind: "object", id: objectId, section: "fact", day },
    living: true,
  }),
  draw: returnedCard.draw,
};

export const returnedNotice: Notice<ReturnedEntry, "author", never> = {
  to: ["author"],
  card: returnedNotification,
  alert: "always",
  priority: "high",
};

/** A card that says «Вернули» must not outlive the return. */
export const returnUndoneNotice: Notice<ReturnedEntry, "author", never> = {
  to: ["known"],
  card: returnedNotification,
  alert: "never",
  stale: (_entry, { payload }) => payload["from"] !== "returned",
};
