import { day } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, myObjectIds } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { z } from "zod";
import {
  addDays,
  command,
  type Context,
  forbidden,
  invalidField,
  localTime,
  personOf,
  type Tx,
} from "../../kernel/index.ts";
import { RUNNING } from "../../platform/schedule/index.ts";
import { ledParts } from "../shifts/index.ts";

const { putOffRequests } = schema;
const HOUR_MS = 3_600_000;

/** Whether the user answers for a part of a shift of this day, so that an evening request can come. */
async function isAsked(tx: Tx, ctx: Context, asked: string): Promise<boolean> {
  const person = personOf(ctx);
  const objects = await tx.execute<{ id: number }>(sql`
    select o.id from objects o join object_workdays w on w.object_id = o.id and w.day = ${asked}::date
    where ${sql.raw(RUNNING)} and o.id in (select json_array_elements_text(${JSON.stringify(myObjectIds(person))}::json)::int)`);
  return objects.some(({ id }) => ledParts(person, { id, hasForemen: false, away: false }).length > 0);
}

/** «Через час»: the evening request for a shift comes once more in an hour, if its facts are still missing then. */
export const putOffEvening = command({
  name: "me.put_off_evening",
  permissions: ["notifications.own"],
  quiet: true,
  input: z.strictObject({ day }),
  load: (tx, ctx, { day: asked }) => isAsked(tx, ctx, asked),
  authorize: (ctx, asked) => {
    if (!can(ctx.actor, "notifications.own")) throw forbidden("notifications.own");
    if (!asked) throw forbidden("notifications.own", "nothing_to_put_off");
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
