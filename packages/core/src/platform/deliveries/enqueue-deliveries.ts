import type { Orm } from "@stsphera/db";
import { sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import {
  ALONE_PARAM,
  DELIVERY_PRIORITIES,
  type NewDelivery,
  ONCE_PARAM,
  RING_PARAM,
  RINGS,
  UNTIL_PARAM,
} from "./new-delivery.ts";

const AT_ONCE = new Date(0);

/**
 * Queues messages, each dedupe key once, and returns the number of new ones. Only the newest state of a card is sent:
 * older states, among these messages or queued before, pass their ring and priority on. The number of statements does
 * not grow with the number of messages.
 */
export async function enqueueDeliveries(
  tx: Tx | Orm,
  deliveries: readonly NewDelivery[],
  now: Date,
): Promise<number> {
  if (deliveries.length === 0) return 0;
  const rows = newestStates(deliveries).map((delivery, at) => ({ at, ...rowOf(delivery) }));
  const inserted = await tx.execute<{ id: string; isCard: boolean }>(sql`
    insert into deliveries (dedupe_key, chat_id, user_id, notification_id, chat_link_id, card_key, method, params, priority, not_before, created_at)
    select "dedupeKey", "chatId", "userId", "notificationId", "chatLinkId", "cardKey", method, params, priority, "notBefore", ${now.toISOString()}::timestamptz
    from jsonb_to_recordset((${JSON.stringify(rows)}::text)::jsonb) as w (at int, "dedupeKey" text, "chatId" bigint, "userId" int,
      "notificationId" int, "chatLinkId" int, "cardKey" text, method text, params jsonb, priority smallint, "notBefore" timestamptz)
    order by at
    on conflict (dedupe_key) do nothing
    returning id, card_key is not null as "isCard"`);
  const cards = inserted.filter(({ isCard }) => isCard).map(({ id }) => id);
  if (cards.length > 0) await supersede(tx, cards);
  return inserted.length;
}

/** The messages without states of cards that are followed by newer ones. */
function newestStates(deliveries: readonly NewDelivery[]): NewDelivery[] {
  const newest = new Map<string, NewDelivery>();
  for (const [at, delivery] of deliveries.entries()) {
    const { chatId, cardKey = null, ring = "first", priority } = delivery;
    const name = cardKey === null ? `${at}` : `${chatId}:${cardKey}`;
    const before = newest.get(name);
    newest.delete(name);
    newest.set(
      name,
      before === undefined
        ? delivery
        : {
            ...delivery,
            ring: laterOf(RINGS, before.ring ?? "first", ring),
            priority: earlierOf(DELIVERY_PRIORITIES, before.priority, priority),
          },
    );
  }
  return [...newest.values()];
}

const laterOf = <T>(order: readonly T[], a: T, b: T): T => (order.indexOf(a) > order.indexOf(b) ? a : b);
const earlierOf = <T>(order: readonly T[], a: T, b: T): T => (order.indexOf(a) < order.indexOf(b) ? a : b);

function rowOf(delivery: NewDelivery) {
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
      ...(delivery.alone === true ? { [ALONE_PARAM]: true } : {}),
    },
    priority: DELIVERY_PRIORITIES.indexOf(delivery.priority),
    notBefore: (delivery.notBefore ?? AT_ONCE).toISOString(),
  };
}

/**
 * What older states leave to the newest: their priority, since when they wait to ring, and their ring. One that rang in a
 * browser has no ring left to pass on, and a card that would ring as a new one does so no more.
 */
async function supersede(tx: Tx | Orm, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    with newest as (
      select chat_id, card_key, max(id) as id from deliveries where id = any (${`{${ids.join()}}`}::bigint[]) group by chat_id, card_key
    ), gone as (
      update deliveries old set status = 'superseded'
      from newest
      where old.chat_id = newest.chat_id and old.card_key = newest.card_key
        and old.status = 'queued' and old.id < newest.id
      returning newest.id, old.priority, old.rung_at,
        case when old.rung_at is null and old.params ->> ${RING_PARAM} in ('first', 'always')
          then coalesce(old.rings_since, old.created_at) end as since,
        case when old.rung_at is null
          then array_position(array['edit', 'never', 'first', 'always'], old.params ->> ${RING_PARAM}) else 2 end as ring
    ), left_behind as (
      select id, min(priority) as priority, max(ring) as ring, max(rung_at) as rung_at, min(since) as since
      from gone group by id
    )
    update deliveries d set
      priority = least(d.priority, l.priority),
      params = jsonb_set(d.params, array[${RING_PARAM}], to_jsonb((array['edit', 'never', 'first', 'always'])[
        greatest(l.ring, array_position(array['edit', 'never', 'first', 'always'], d.params ->> ${RING_PARAM}))
      ])),
      rings_since = l.since,
      rung_at = case when l.ring < 4 and d.params ->> ${RING_PARAM} <> 'always' then l.rung_at end
    from left_behind l
    where d.id = l.id`);
}
