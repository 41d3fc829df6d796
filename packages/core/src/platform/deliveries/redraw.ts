import type { Sql } from "@stsphera/db";
import type { RawTransaction } from "./telegram-limits.ts";
import { COPY_KEYS, DRAWN_PARAM, RING_PARAM, UNTIL_PARAM } from "./new-delivery.ts";

/** A message that waited: what it was made for. */
export type Waited = { id: string; dedupeKey: string };

/**
 * The message about the thing as it is now, which only edits one that is in the chat where its reader is told no more, such
 * as one who is away by now; `settled` when there is nothing to tell any more; `kept` when what it was
 * made from is not known.
 */
export type Redrawn = { params: Readonly<Record<string, unknown>>; onlyEdits?: boolean } | "settled" | "kept";
export type Redraw = (waited: Waited, now: Date) => Promise<Redrawn>;

/** What was drawn so long ago is drawn anew before it is sent. */
export const FRESH_MINUTES = 10;

/**
 * SQL of whether a message `d` to a user, or a copy of one thing to a chat, was drawn too long ago. Digests grow old by
 * their own term.
 */
export const isOutdated = (sql: Sql | RawTransaction, now: Date) => sql`
  (d.notification_id is not null or d.chat_link_id is not null and d.card_key like ${`${COPY_KEYS}%`})
    and not d.params ? ${UNTIL_PARAM}
    and coalesce((d.params ->> ${DRAWN_PARAM})::timestamptz, d.created_at) < ${now}::timestamptz - ${FRESH_MINUTES} * interval '1 minute'`;

/**
 * Draws anew what waited in a chat: for the morning, for Telegram. What has been settled meanwhile is dropped; what its
 * reader has read or done meanwhile makes no message, and only edits the one that is in the chat.
 */
export async function redrawWaiting(
  sql: Sql,
  { chatId, now, redraw }: { chatId: string; now: Date; redraw: Redraw },
): Promise<void> {
  const waiting = await sql<Waited[]>`
    select d.id::text, d.dedupe_key as "dedupeKey" from deliveries d
    where d.chat_id = ${chatId} and d.status = 'queued' and d.not_before <= ${now} and ${isOutdated(sql, now)}
    order by d.id`;
  for (const one of waiting) {
    const drawn = await redraw(one, now);
    if (drawn === "settled") {
      await sql`update deliveries set status = 'superseded', params = '{}'::jsonb where id = ${one.id} and status = 'queued'`;
      continue;
    }
    const { params, onlyEdits = false } = drawn === "kept" ? { params: {} } : drawn;
    await sql`
      update deliveries d set params = (case when ${drawn === "kept"} then d.params else d.params - 'reply_markup' end)
        || ${sql.json({ ...params, [DRAWN_PARAM]: now.toISOString() } as never)}
        || case when ${onlyEdits} or d.params ->> ${RING_PARAM} in ('first', 'always') and exists (
            select from notifications n where n.id = d.notification_id and n.read_at >= d.created_at)
          then jsonb_build_object(${RING_PARAM}::text, 'edit') else '{}'::jsonb end
      where d.id = ${one.id} and d.status = 'queued'`;
  }
}
