import type { Sql } from "@stsphera/db";
import { DELIVERY_PRIORITIES, insertPushes } from "../deliveries/index.ts";
import { PUSH_KINDS, PUSH_TERMS } from "./push-terms.ts";

const DIGEST = DELIVERY_PRIORITIES.indexOf("digest");
const TERMS = Object.fromEntries(PUSH_KINDS.map((kind) => [kind, PUSH_TERMS[kind].after]));

/**
 * Queues pushes for the messages that Telegram has not taken within their terms; those that it refuses are queued where it
 * refuses them. A message in flight is one of those: while Telegram answers nothing, it mostly is. A card whose states followed each other is late since the first of them that would have rung. Returns the
 * number of pushes.
 */
export async function planPushes(sql: Sql, now: Date): Promise<number> {
  const late = sql`
    d.status in ('queued', 'sending') and d.not_before <= ${now}
    and greatest(coalesce(d.rings_since, d.created_at), d.not_before)
      <= ${now}::timestamptz - (${sql.json(TERMS)}::jsonb ->> case when d.priority = ${DIGEST} then 'digest'
        else coalesce(n.priority, 'normal') end)::int * interval '1 second'`;
  const { count } = await insertPushes(sql, { which: late, reason: "late", now });
  return count;
}
