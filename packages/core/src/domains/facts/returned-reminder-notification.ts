import { can } from "@stsphera/rbac";
import { type NotificationCard, numberOf } from "../../platform/notify/index.ts";
import { dayText } from "../../kernel/index.ts";
import { isInTerm } from "./fact-standing.ts";
import { renderReturnedReminder } from "./card/returned-reminder.ts";
import { RETURNED_ENTRY, type ReturnedEntry } from "./read-returned-entry.ts";

export type Reminder = { objectId: number; objectName: string; userId: number; entries: ReturnedEntry[] };

const STATEMENT = `${RETURNED_ENTRY}
  where f.object_id = $1 and f.author_id = $2 and f.status = 'returned' and f.kind = 'work'
    and not exists (select from daily_plan_fact r where r.reverses_id = f.id)
    and ${isInTerm(dayText("$3::timestamptz"))}
  order by f.date, f.id`;

/** The daily reminder of an author: all entries of the object that wait for a correction, in one message. */
export const returnedReminderNotification: NotificationCard<Reminder, "author", never> = {
  name: "fact.returned_reminder",
  category: "facts",
  acts: ["fix"],
  of: ["object"],
  async read({ db, now }, { entityId: objectId, payload }) {
    const userId = numberOf(payload["userId"]);
    const entries = await db.read<ReturnedEntry>(STATEMENT, [objectId, userId, now().toISOString()]);
    const [first] = entries;
    return first === undefined || userId === null
      ? null
      : { objectId, objectName: first.objectName, userId, entries };
  },
  people: ({ userId }) => ({ author: [userId] }),
  sees: ({ actor }, { objectId }) => can(actor, "fact.view", { objectId }),
  subject: ({ objectId, entries }) => ({
    key: `fact.returned_reminder:${objectId}`,
    type: "fact.returned_reminder",
    objectId,
    entityType: "object",
    entityId: objectId,
    deepLink: { kind: "object", id: objectId, section: "fact", day: entries[0]?.date ?? "" },
    living: false,
  }),
  draw: renderReturnedReminder,
};
