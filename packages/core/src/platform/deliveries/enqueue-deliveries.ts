import { type Orm, schema } from "@stsphera/db";
import { sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import {
  DELIVERY_PRIORITIES,
  type NewDelivery,
  ONCE_PARAM,
  RING_PARAM,
  UNTIL_PARAM,
} from "./new-delivery.ts";

const AT_ONCE = new Date(0);

/**
 * Queues messages, each dedupe key once, and returns the number of new ones. Only the newest state of a card is sent:
 * older queued states are superseded and pass their ring and priority on.
 */
export async function enqueueDeliveries(
  tx: Tx | Orm,
  deliveries: readonly NewDelivery[],
  now: Date,
): Promise<number> {
  if (deliveries.length === 0) return 0;
  const inserted = await tx
    .insert(schema.deliveries)
    .values(deliveries.map((delivery) => rowOf(delivery, now)))
    .onConflictDoNothing({ target: schema.deliveries.dedupeKey })
    .returning({ id: schema.deliveries.id, cardKey: schema.deliveries.cardKey });
  const cards = inserted.filter((row) => row.cardKey !== null).map((row) => row.id);
  if (cards.length > 0) await supersede(tx, cards);
  return inserted.length;
}

function rowOf(delivery: NewDelivery, now: Date): typeof schema.deliveries.$inferInsert {
  const { cardKey = null, ring = "first" } = delivery;
  return {
    dedupeKey: delivery.dedupeKey,
    chatId: delivery.chatId,
    userId: delivery.userId ?? null,
    notificationId: delivery.notificationId ?? null,
    chatLinkId: delivery.chatLinkId ?? null,
    cardKey,
    method: delivery.method,
    params: {
      ...delivery.params,
      ...(cardKey === null ? {} : { [RING_PARAM]: ring }),
      ...(delivery.notAfter === undefined ? {} : { [UNTIL_PARAM]: delivery.notAfter.toISOString() }),
      ...(delivery.once === true ? { [ONCE_PARAM]: true } : {}),
    },
    priority: DELIVERY_PRIORITIES.indexOf(delivery.priority),
    notBefore: delivery.notBefore ?? AT_ONCE,
    createdAt: now,
  };
}

async function supersede(tx: Tx | Orm, ids: readonly number[]): Promise<void> {
  const list = sql.join(
    ids.map((id) => sql`${id}::bigint`),
    sql`, `,
  );
  await tx.execute(sql`
    with newest as (
      select chat_id, card_key, max(id) as id from deliveries where id in (${list}) group by chat_id, card_key
    ), gone as (
      update deliveries old set status = 'superseded'
      from newest
      where old.chat_id = newest.chat_id and old.card_key = newest.card_key
        and old.status = 'queued' and old.id < newest.id
      returning newest.id, old.priority,
        array_position(array['edit', 'never', 'first', 'always'], old.params ->> ${RING_PARAM}) as ring
    ), left_behind as (
      select id, min(priority) as priority, max(ring) as ring from gone group by id
    )
    update deliveries d set
      priority = least(d.priority, l.priority),
      params = jsonb_set(d.params, array[${RING_PARAM}], to_jsonb((array['edit', 'never', 'first', 'always'])[
        greatest(l.ring, array_position(array['edit', 'never', 'first', 'always'], d.params ->> ${RING_PARAM}))
      ]))
    from left_behind l
    where d.id = l.id`);
}
