import type { EventType } from "@stsphera/contracts/vocabulary";
import type { Sql } from "@stsphera/db";
import { insertPushes } from "./browser-rings-sql.ts";
import type { ClaimedDelivery } from "./claim-delivery.ts";
import { foldOf } from "./fold/fold-key.ts";
import { ONCE_PARAM, RING_PARAM } from "./new-delivery.ts";

/** What is kept of a message that will not be sent again: nothing of one with a secret. */
const kept = (sql: Sql) => sql`case when params ? ${ONCE_PARAM} then '{}'::jsonb else params end`;

/** What came by itself, unlike the answers to what a user does. */
const isNews = ({ notificationId, cardKey }: ClaimedDelivery): boolean =>
  notificationId !== null || foldOf(cardKey) !== null;

/** Marks a message as sent, stores the message id of its card, and marks the user as reachable. */
export async function markSent(
  sql: Sql,
  d: ClaimedDelivery,
  { messageId, anew }: { messageId: number | null; anew: boolean },
  now: Date,
): Promise<void> {
  await sql`
    with card as (
      insert into chat_cards (chat_id, card_key, message_id, updated_at)
      select ${d.chatId}::bigint, ${d.cardKey}::text, ${messageId}::int, ${now}::timestamptz
      where ${d.cardKey}::text is not null and ${messageId}::int is not null
      on conflict (chat_id, card_key) do update set message_id = excluded.message_id, updated_at = excluded.updated_at
    ), reached as (
      update users set unreachable_at = null where id = ${d.userId}::int and unreachable_at is not null
    )
    update deliveries set status = 'sent', sent_at = ${now}, anew = ${anew && isNews(d)}, error = null, params = ${kept(sql)} where id = ${d.id}`;
}

/** Drops a message that its addressee may not read any more, with its text. */
export async function dropDelivery(sql: Sql, d: ClaimedDelivery): Promise<void> {
  await sql`update deliveries set status = 'superseded', params = '{}'::jsonb where id = ${d.id}`;
}

/** The browsers of the user ring for what the chat did not get. */
const ringInstead = (sql: Sql, d: ClaimedDelivery, now: Date) =>
  insertPushes(sql, { which: sql`d.id = ${d.id}`, reason: "refused", now });

/** Marks a message that Telegram rejects for good; it rings in the browsers of its user instead. */
export async function markFailed(sql: Sql, d: ClaimedDelivery, error: string, now: Date): Promise<void> {
  await sql`
    with rings as (${ringInstead(sql, d, now)})
    update deliveries set status = 'failed', error = ${error}, params = ${kept(sql)} where id = ${d.id}`;
}

/**
 * Marks the message as failed and the user as unreachable: they blocked the bot or never started it. The administrators
 * are told by an event of the same statement, once until the user is reached again. The message rings in their browsers.
 */
export async function markUnreachable(sql: Sql, d: ClaimedDelivery, error: string, now: Date): Promise<void> {
  const event: EventType = "user.unreachable";
  await sql`
    with person as (
      update users set unreachable_at = ${now}::timestamptz
      where id = ${d.userId}::int and unreachable_at is null returning id, status
    ), told as (
      insert into outbox (command_id, type, entity_type, entity_id, payload, created_at)
      select gen_random_uuid(), ${event}, 'user', id, '{}', ${now} from person
      where status = 'active'
    ), rings as (${ringInstead(sql, d, now)})
    update deliveries set status = 'failed', error = ${error}, params = ${kept(sql)} where id = ${d.id}`;
}

/** Returns the message to its place in the queue; the chat's pause decides when it is retried. */
export async function requeue(sql: Sql, d: ClaimedDelivery, error: string): Promise<void> {
  await sql`update deliveries set status = 'queued', error = ${error} where id = ${d.id} and status = 'sending'`;
}

/** The topic of the message is gone: it is sent to where its chat is linked now, or to the general topic. */
export async function requeueWithoutTopic(sql: Sql, d: ClaimedDelivery): Promise<void> {
  await sql`
    update deliveries set status = 'queued', params = params - 'message_thread_id'
    where id = ${d.id} and status = 'sending'`;
}

/** The card's message no longer exists: forgets its id and requeues the card to be sent silently, unless it only was to be edited. */
export async function requeueAnew(sql: Sql, d: ClaimedDelivery): Promise<void> {
  const { message_id: _gone, ...params } = d.params;
  const ring = params[RING_PARAM] === "edit" ? "edit" : "never";
  const anew =
    d.cardKey === null ? { ...params, disable_notification: true } : { ...params, [RING_PARAM]: ring };
  await sql`
    with forgotten as (
      delete from chat_cards where chat_id = ${d.chatId}::bigint and card_key = ${d.cardKey}::text
    )
    update deliveries set status = 'queued', method = 'sendMessage', params = ${sql.json(anew as never)}
    where id = ${d.id} and status = 'sending'`;
}
