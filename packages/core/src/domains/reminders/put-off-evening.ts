import { day } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { addDays, command, forbidden, invalidField, localTime, personOf } from "../../kernel/index.ts";

const { putOffRequests } = schema;
const HOUR_MS = 3_600_000;

/** «Через час»: the evening request for a shift comes once more in an hour, if its facts are still missing then. */
export const putOffEvening = command({
  name: "me.put_off_evening",
  permissions: ["notifications.own"],
  quiet: true,
  input: z.strictObject({ day }),
  load: () => Promise.resolve(null),
  authorize: (ctx) => {
    if (!can(ctx.actor, "notifications.own")) throw forbidden("notifications.own");
  },
  execute: async (tx, { ctx, input }) => {
    const { id: userId, timeZone } = personOf(ctx);
    const today = localTime(ctx.now, timeZone).day;
    if (input.day > addDays(today, 1)) throw invalidField("day", "date_future", { date: input.day });
    if (input.day < addDays(today, -1)) throw invalidField("day", "deadline_past", { today });
    const dueAt = new Date(ctx.now.getTime() + HOUR_MS);
    const row = { userId, day: input.day, dueAt };
    await tx
      .insert(putOffRequests)
      .values(row)
      .onConflictDoUpdate({ target: putOffRequests.userId, set: row });
    return {
      result: { dueAt: dueAt.toISOString() },
      changes: [
        {
          entityType: "notification_settings",
          entityId: userId,
          objectId: null,
          before: null,
          after: { eveningPutOffUntil: dueAt.toISOString() },
        },
      ],
      events: [],
    };
  },
});
