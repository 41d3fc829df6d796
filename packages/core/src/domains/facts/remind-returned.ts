import { id } from "@stsphera/contracts";
import type { Database } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { command, forbidden, notFound } from "../../kernel/index.ts";
import { authorsTerm } from "./fact-standing.ts";
import { lockObjectOf } from "../objects/index.ts";

const FACT = { entry: "e", object: "o" } as const;
/** The day of the object `o`; `now` stands where a value is bound. */
const dayOn = (now: SQL) => sql`((${now}::timestamptz at time zone o.time_zone) - o.day_cutoff)::date`;

/**
 * For authors without a morning card, where others read them: live returned entries of running objects on a working day, 45 minutes before the shift, at the
 * latest an hour after its begin; not twice a day.
 */
const due = (now: SQL, only: { objectId: number; userId: number } | null) => sql`
  select e.object_id as "objectId", e.author_id as "userId", array_agg(e.id order by e.date, e.id) as "factIds"
  from daily_plan_fact e
  join objects o on o.id = e.object_id
  where e.status = 'returned' and e.kind = 'work' and o.status in ('active', 'completing')
    and not exists (select from daily_plan_fact r where r.reverses_id = e.id)
    and coalesce(${dayOn(now)} <= ${sql.raw(authorsTerm(FACT))}, true)
    and (${now}::timestamptz at time zone o.time_zone) - ((${now}::timestamptz at time zone o.time_zone)::date + o.shift_start)
      between -interval '45 minutes' and interval '1 hour'
    and exists (select from object_workdays w where w.object_id = o.id
      and w.day = (${now}::timestamptz at time zone o.time_zone)::date)
    and exists (select from notification_settings s where s.user_id = e.author_id and not s.morning_digest)
    and not exists (select from outbox x where x.type = 'fact.returned_reminder' and x.object_id = o.id
      and x.created_at > ${now}::timestamptz - interval '12 hours' and (x.payload->>'userId')::int = e.author_id)
    ${only === null ? sql`` : sql`and e.object_id = ${only.objectId} and e.author_id = ${only.userId}`}
  group by e.object_id, e.author_id order by e.object_id, e.author_id`;

export type DueReminder = { objectId: number; userId: number; factIds: number[] };

const at = (now: Date) => sql`${now.toISOString()}`;

/** Authors to be reminded now, one row a person and object. */
export const findReturnedReminders = async (
  { orm }: Pick<Database, "orm">,
  now: Date,
): Promise<DueReminder[]> => [...(await orm.execute<DueReminder>(due(at(now), null)))];

/** Reminds an author of the entries that were returned to them, once a working day. For a job. */
export const remindReturned = command({
  name: "fact.remind_returned",
  permissions: [],
  input: z.strictObject({ objectId: id, userId: id }),
  load: async (tx, ctx, { objectId, userId }) => {
    await lockObjectOf(tx, objectId);
    const [found] = await tx.execute<DueReminder>(due(at(ctx.now), { objectId, userId }));
    if (found === undefined) throw notFound();
    return found;
  },
  authorize: ({ actor }) => {
    if (actor.kind !== "system" || !can(actor, "settings.manage")) throw forbidden("settings.manage");
  },
  execute: async (_tx, { target: { objectId, userId, factIds } }) => {
    const subject = { entityType: "object", entityId: objectId, objectId };
    return {
      result: { reminded: factIds.length },
      changes: [{ ...subject, before: null, after: { remindedOfReturned: factIds, userId } }],
      events: [{ ...subject, type: "fact.returned_reminder" as const, payload: { userId } }],
    };
  },
});
