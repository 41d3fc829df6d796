import type { Sql } from "@stsphera/db";
import type { ClaimedPush } from "./claim-push.ts";

/** Marks a push as taken by its push service. */
export async function markPushed(sql: Sql, { id, subscriptionId }: ClaimedPush, now: Date): Promise<void> {
  await sql`
    with browser as (
      update push_subscriptions set last_ok_at = ${now}, failed_at = null where id = ${subscriptionId}
    )
    update push_messages set status = 'sent', sent_at = ${now}, error = null where id = ${id}`;
}

/** Puts a push back into the queue. Until it has rung, the message makes its sound in the chat. */
export async function retryPush(
  sql: Sql,
  push: ClaimedPush,
  { error, at }: { error: string; at: Date },
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`
      update push_messages set status = 'queued', error = ${error}, not_before = ${at}
      where id = ${push.id} and status = 'sending'`;
    await unring(tx, push.message?.deliveryId ?? null);
  });
}

/** Marks a push that will not ring. */
export async function failPush(
  sql: Sql,
  push: ClaimedPush,
  { error, status, now }: { error: string | null; status: "failed" | "superseded"; now: Date },
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`update push_messages set status = ${status}, error = ${error} where id = ${push.id}`;
    if (status === "failed")
      await tx`update push_subscriptions set failed_at = ${now} where id = ${push.subscriptionId}`;
    await unring(tx, push.message?.deliveryId ?? null);
  });
}

/** Forgets a browser that its push service knows no more: it was removed, or its user took the permission back. */
export async function forgetBrowser(sql: Sql, push: ClaimedPush, error: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`update push_messages set status = 'failed', error = ${error} where id = ${push.id}`;
    await tx`delete from push_subscriptions where id = ${push.subscriptionId}`;
    await unring(tx, push.message?.deliveryId ?? null);
  });
}

type RawTransaction = Parameters<Parameters<Sql["begin"]>[1]>[0];

/**
 * The message makes its sound in the chat after all, unless another browser rang or rings; so does the newer state of
 * its card that has taken its place meanwhile.
 */
export async function unring(tx: RawTransaction, deliveryId: number | string | null): Promise<void> {
  if (deliveryId === null) return;
  await tx`
    update deliveries d set rung_at = null
    from deliveries rung
    where rung.id = ${deliveryId} and d.rung_at = rung.rung_at
      and (d.id = rung.id or (d.chat_id = rung.chat_id and d.card_key = rung.card_key and d.status = 'queued'))
      and not exists (
        select from push_messages p where p.delivery_id = rung.id and p.status in ('sending', 'sent'))`;
}
