import type { Sql } from "@stsphera/db";
import type { ClaimedDelivery } from "./claim-delivery.ts";
import { RING_PARAM } from "./new-delivery.ts";

/** Marks a message as sent, remembers where its card stands and that the person can be reached. */
export async function markSent(
  sql: Sql,
  d: ClaimedDelivery,
  messageId: number | null,
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
    update deliveries set status = 'sent', sent_at = ${now}, error = null where id = ${d.id}`;
}

/** Telegram will not take it, now or later. */
export async function markFailed(sql: Sql, d: ClaimedDelivery, error: string): Promise<void> {
  await sql`update deliveries set status = 'failed', error = ${error} where id = ${d.id}`;
}

/** The person has blocked the bot or never started it. */
export async function markUnreachable(sql: Sql, d: ClaimedDelivery, error: string, now: Date): Promise<void> {
  await sql`
    with person as (
      update users set unreachable_at = ${now}::timestamptz where id = ${d.userId}::int and unreachable_at is null
    )
    update deliveries set status = 'failed', error = ${error} where id = ${d.id}`;
}

/** Back into its place in the queue; the chat's rest decides when it is tried again. */
export async function requeue(sql: Sql, d: ClaimedDelivery, error: string): Promise<void> {
  await sql`update deliveries set status = 'queued', error = ${error} where id = ${d.id} and status = 'sending'`;
}

/** Its message is gone: the card is forgotten and goes out anew, silently, as the edit it was. */
export async function requeueAnew(sql: Sql, d: ClaimedDelivery): Promise<void> {
  const { message_id: _gone, ...params } = d.params;
  const anew =
    d.cardKey === null ? { ...params, disable_notification: true } : { ...params, [RING_PARAM]: "never" };
  await sql`
    with forgotten as (
      delete from chat_cards where chat_id = ${d.chatId}::bigint and card_key = ${d.cardKey}::text
    )
    update deliveries set status = 'queued', method = 'sendMessage', params = ${sql.json(anew as never)}
    where id = ${d.id} and status = 'sending'`;
}
