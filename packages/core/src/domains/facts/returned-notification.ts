import { can } from "@stsphera/rbac";
import type { Notice, NotificationCard } from "../../platform/notify/index.ts";
import { returnedCard } from "./card/returned-card.ts";
import { readReturnedEntry, type ReturnedEntry } from "./read-returned-entry.ts";

/** The author's card of an entry, sent anew when the entry is returned. */
const returnedNotification: NotificationCard<ReturnedEntry, "author", never> = {
  name: "fact.returned",
  category: "facts",
  of: ["fact"],
  read: ({ db }, { entityId }) => readReturnedEntry(db, entityId),
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
