import type { Sql } from "@stsphera/db";

/**
 * Leases use the database's real clock: several processes share it, and it runs on while the product's clock is stopped
 * or moved.
 */
const LEASE_SECONDS = 6;
/** Interval at which a held lease is renewed, in ms. */
export const RENEW_MS = 2_000;
/** Name of the lease of the only poller; no chat has this id. */
export const POLLER = "0";

/** Leases the chat with the oldest waiting update that no other process holds. */
export async function takeChat(sql: Sql, owner: string): Promise<string | null> {
  const [row] = await sql<{ chatId: string }[]>`
    update chat_queues set owner = ${owner}, lease_until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    where chat_id = (
      select q.chat_id from chat_queues q
      join (select chat_id, min(update_id) as oldest from bot_updates where done_at is null group by chat_id) w
        using (chat_id)
      where q.lease_until is null or q.lease_until < clock_timestamp()
      order by w.oldest limit 1 for update of q skip locked)
    returning chat_id::text as "chatId"`;
  return row?.chatId ?? null;
}

/** Acquires or renews a lease by name; false while another owner holds it. */
export async function holdLease(sql: Sql, name: string, owner: string): Promise<boolean> {
  const { count } = await sql`
    insert into chat_queues (chat_id, owner, lease_until)
    values (${name}, ${owner}, clock_timestamp() + ${LEASE_SECONDS} * interval '1 second')
    on conflict (chat_id) do update set owner = excluded.owner, lease_until = excluded.lease_until
    where chat_queues.owner = excluded.owner
      or chat_queues.lease_until is null or chat_queues.lease_until < clock_timestamp()`;
  return count > 0;
}

/** Renews a lease; false when it is no longer held by this owner. */
export async function renewLease(sql: Sql, name: string, owner: string): Promise<boolean> {
  const { count } = await sql`
    update chat_queues set lease_until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    where chat_id = ${name} and owner = ${owner}`;
  return count > 0;
}

/** Releases a lease; `restMs` keeps the chat from being taken again for a while after a failure. */
export async function releaseLease(sql: Sql, name: string, owner: string, restMs = 0): Promise<void> {
  await sql`
    update chat_queues set owner = null,
      lease_until = case when ${restMs}::int > 0 then clock_timestamp() + ${restMs}::int * interval '1 millisecond' end
    where chat_id = ${name} and owner = ${owner}`;
}
