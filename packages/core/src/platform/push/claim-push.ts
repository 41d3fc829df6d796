import type { Sql } from "@stsphera/db";
import {
  chatLockOf,
  heldUntil,
  type RawTransaction,
  type RingWishes,
  ringWishes,
  UNTIL_PARAM,
  wishTables,
} from "../deliveries/index.ts";
import { kindOf, type PushKind } from "./push-kind.ts";

export type ClaimedPush = {
  id: number;
  userId: number;
  subscriptionId: number;
  endpoint: string;
  p256dh: string;
  auth: string;
  /** Including this attempt. */
  attempts: number;
  createdAt: Date;
  /** Null for a trial. */
  message: RingingMessage | null;
};

export type RingingMessage = {
  deliveryId: number;
  notificationId: number | null;
  cardKey: string | null;
  kind: PushKind;
  wishes: RingWishes | null;
};

type Row = Omit<ClaimedPush, "id" | "message" | "subscriptionId"> & {
  id: string;
  deliveryId: string | null;
  subscriptionId: number | null;
};
type Delivery = Omit<RingingMessage, "deliveryId" | "kind"> & {
  status: string;
  priority: number;
  importance: string | null;
  isRead: boolean;
  params: Record<string, unknown>;
};

/** A message that is just being sent to Telegram is looked at again; its chat waits for that (`claimDelivery`). */
const IN_FLIGHT_MS = 1_000;
/** So many requests wait for one push service at a time: while it is silent, others are still asked. */
export const MOST_OF_SERVICE = 6;

/** Nothing to send, a row that was settled or put off, or a push to send. */
export type PushClaim = "none" | "settled" | ClaimedPush;

/** SQL of the push service of a browser `alias`. */
const serviceOf = (tx: RawTransaction, alias: string) =>
  tx`substring(${tx(alias)}.endpoint from '^https://([^/]+)')`;

/**
 * SQL of whether a push `p` to a browser `s` may be sent beside those that are being sent: one for a person and some for a
 * push service, so that those who get no answer take no more places.
 */
const hasPlace = (tx: RawTransaction) => tx`
  not exists (select from push_messages b where b.status = 'sending' and b.user_id = p.user_id)
  and (s.id is null or ${MOST_OF_SERVICE} > (
    select count(*) from push_messages b join push_subscriptions o on o.id = b.subscription_id
    where b.status = 'sending' and ${serviceOf(tx, "o")} = ${serviceOf(tx, "s")}))`;

/**
 * Claims the next push. What Telegram has taken meanwhile, what was read or has grown too old does not ring; what would
 * ring in quiet hours or on a day off waits as the message itself. From here on the message makes no sound in the chat.
 */
export async function claimPush(sql: Sql, now: Date): Promise<PushClaim> {
  return sql.begin(async (tx): Promise<PushClaim> => {
    const [row] = await tx<Row[]>`
      select p.id::text, p.user_id as "userId", p.subscription_id as "subscriptionId", p.delivery_id::text as "deliveryId",
        p.attempts + 1 as attempts, p.created_at as "createdAt", s.endpoint, s.p256dh, s.auth
      from push_messages p
        left join (push_subscriptions s join sessions open on open.id = s.session_id and open.ended_at is null
          and open.expires_at > ${now}::timestamptz) on s.id = p.subscription_id
      where p.status = 'queued' and p.not_before <= ${now} and ${hasPlace(tx)}
      order by p.not_before, p.id limit 1 for update of p skip locked`;
    if (row === undefined) return "none";
    const { id, deliveryId, subscriptionId, ...rest } = row;
    if (subscriptionId === null || rest.endpoint === null) return drop(tx, id);
    const claimed: ClaimedPush = { ...rest, id: Number(id), subscriptionId, message: null };
    if (deliveryId !== null) {
      const judged = await judge(tx, id, deliveryId, now);
      if (judged === "settled") return judged;
      claimed.message = judged;
      await tx`update deliveries set rung_at = coalesce(rung_at, ${now}) where id = ${deliveryId}`;
    }
    await tx`
      update push_messages set status = 'sending', attempts = attempts + 1, claimed_at = clock_timestamp()
      where id = ${id}`;
    return claimed;
  }) as Promise<PushClaim>;
}

async function judge(
  tx: RawTransaction,
  id: string,
  deliveryId: string,
  now: Date,
): Promise<RingingMessage | "settled"> {
  await chatLockOf(tx, deliveryId);
  const [delivery] = await tx<Delivery[]>`
    select d.status, d.priority, d.notification_id as "notificationId", d.card_key as "cardKey", d.params,
      n.priority as importance, n.read_at is not null as "isRead", ${ringWishes(tx, now)} as wishes
    from deliveries d ${wishTables(tx)} where d.id = ${deliveryId} for update of d`;
  if (delivery?.status === "sending") {
    await tx`update push_messages set not_before = ${new Date(now.getTime() + IN_FLIGHT_MS)} where id = ${id}`;
    return "settled";
  }
  const isOpen = delivery?.status === "queued" || delivery?.status === "failed";
  if (delivery === undefined || !isOpen || delivery.isRead || isOver(delivery, now)) return drop(tx, id);
  const { notificationId, cardKey, wishes } = delivery;
  const waits = wishes?.timeZone ? heldUntil(now, wishes) : null;
  if (waits !== null) return putOff(tx, deliveryId, waits);
  return { deliveryId: Number(deliveryId), notificationId, cardKey, wishes, kind: kindOf(delivery) };
}

function isOver({ params }: Delivery, now: Date): boolean {
  const until = params[UNTIL_PARAM];
  return typeof until === "string" && Date.parse(until) < now.getTime();
}

async function drop(tx: RawTransaction, id: string): Promise<"settled"> {
  await tx`update push_messages set status = 'superseded' where id = ${id}`;
  return "settled";
}

/**
 * The message itself waits, in the chat too; its pushes are planned anew when it is due and its term has passed. Those of
 * a message that Telegram refused wait themselves.
 */
async function putOff(tx: RawTransaction, deliveryId: string, until: Date): Promise<"settled"> {
  const [waiting] = await tx`
    update deliveries set not_before = ${until}
    where id = ${deliveryId} and status = 'queued' and rung_at is null returning id`;
  if (waiting === undefined)
    await tx`update push_messages set not_before = ${until} where delivery_id = ${deliveryId} and status = 'queued'`;
  else await tx`delete from push_messages where delivery_id = ${deliveryId} and status = 'queued'`;
  return "settled";
}
