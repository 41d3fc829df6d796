import type { RawTransaction } from "../telegram-limits.ts";
import { ALONE_PARAM, DELIVERY_PRIORITIES, RING_PARAM, RINGS } from "../new-delivery.ts";
import { foldKey } from "./fold-key.ts";

/** A user gets so many messages of their own within `MINUTES`; what comes beyond is listed in one. */
export const MOST_ALONE = 3;
const MINUTES = 10;
/** For so long a change of a listed thing is shown in the list. */
const LISTED_DAYS = 2;
const NORMAL = DELIVERY_PRIORITIES.indexOf("normal");

/** The next message of a chat, with the importance of what it tells. */
export type Head = {
  id: string;
  userId: number | null;
  notificationId: number | null;
  params: Record<string, unknown>;
  messageId: number | null;
  priority: number;
  importance: string | null;
};

/** `send`: as it is; `hush`: by an edit of its message alone; `folded`: the list says it. */
export type Folding = "send" | "hush" | "folded";

type State = { open: number | null; listed: number | null; alone: number };

/**
 * Decides whether a message goes into the user's list instead: when more than a few ordinary ones came or wait within ten
 * minutes. Alarms, important messages and those that stand alone never do. Runs in the transaction of the claim.
 */
export async function foldDelivery(
  tx: RawTransaction,
  chatId: string,
  head: Head,
  now: Date,
): Promise<Folding> {
  const { userId, notificationId, params } = head;
  const isOrdinary = head.priority === NORMAL && head.importance === "normal" && params[ALONE_PARAM] !== true;
  if (userId === null || notificationId === null || !isOrdinary) return "send";
  const given = params[RING_PARAM];
  const ring = RINGS.find((one) => one === given) ?? "always";
  const isInChat = head.messageId !== null;
  const subject = { chatId, userId, notificationId, because: head.id, now };
  const { open, listed, alone } = await readState(tx, subject);
  if (listed !== null && ring !== "always") {
    if (ring !== "first") await takeOffSettled(tx, listed, subject);
    await queueList(tx, listed, subject, "edit");
    if (isInChat || ring === "edit") return "send";
    await supersede(tx, head.id);
    return "folded";
  }
  const isNew = ring === "always" || (ring !== "edit" && !isInChat);
  if (!isNew || (open === null && alone <= MOST_ALONE)) return "send";
  const fold = open ?? (await openFold(tx, subject));
  await tx`
    update message_folds set notification_ids = array_append(array_remove(notification_ids, ${notificationId}::int), ${notificationId}::int)
    where id = ${fold}`;
  await queueList(tx, fold, subject, ring === "never" ? "never" : "first");
  if (isInChat) return "hush";
  await supersede(tx, head.id);
  return "folded";
}

type Subject = { chatId: string; userId: number; notificationId: number; because: string; now: Date };

/** The user's list that is open, the list that holds the notification, and the ordinary messages of the last minutes. */
async function readState(
  tx: RawTransaction,
  { chatId, userId, notificationId, now }: Subject,
): Promise<State> {
  const [state] = await tx<State[]>`
    select
      (select f.id from message_folds f where f.user_id = ${userId}
        and f.started_at > ${now}::timestamptz - ${MINUTES} * interval '1 minute'
        order by f.started_at desc limit 1) as open,
      (select f.id from message_folds f where f.user_id = ${userId}
        and f.started_at > ${now}::timestamptz - ${LISTED_DAYS} * interval '1 day'
        and ${notificationId} = any (f.notification_ids) order by f.started_at desc limit 1) as listed,
      ((select count(*) from deliveries d join notifications n on n.id = d.notification_id and n.priority = 'normal'
        where d.user_id = ${userId} and d.anew and d.priority = ${NORMAL} and not d.params ? ${ALONE_PARAM}
          and d.sent_at > ${now}::timestamptz - ${MINUTES} * interval '1 minute')
      + (select count(*) from deliveries d join notifications n on n.id = d.notification_id and n.priority = 'normal'
          left join chat_cards card on card.chat_id = d.chat_id and card.card_key = d.card_key
        where d.chat_id = ${chatId} and d.status = 'queued' and d.not_before <= ${now}
          and d.priority = ${NORMAL} and not d.params ? ${ALONE_PARAM}
          and d.params ->> ${RING_PARAM} is distinct from 'edit'
          and (card.message_id is null or d.params ->> ${RING_PARAM} = 'always')))::int as alone`;
  return state ?? { open: null, listed: null, alone: 0 };
}

async function openFold(tx: RawTransaction, { userId, now }: Subject): Promise<number> {
  const [fold] = await tx<{ id: number }[]>`
    insert into message_folds (user_id, started_at, notification_ids) values (${userId}, ${now}, '{}') returning id`;
  if (fold === undefined) throw new Error("a list of messages was not stored");
  return fold.id;
}

/** A thing that changed silently and waits for nobody's decision is no news any more. */
async function takeOffSettled(
  tx: RawTransaction,
  fold: number,
  { notificationId, userId }: Subject,
): Promise<void> {
  await tx`
    update message_folds set notification_ids = array_remove(notification_ids, ${notificationId}::int)
    where id = ${fold} and not exists (
      select from pending_decisions p join notifications n on n.id = ${notificationId}
      where p.entity_type = n.entity_type and p.entity_id = n.entity_id
        and (p.holder_id is null or p.holder_id = ${userId}))`;
}

/** Queues the list once, whatever the number of its changes; it is drawn when it is sent. */
async function queueList(
  tx: RawTransaction,
  fold: number,
  { chatId, userId, because, now }: Subject,
  ring: "edit" | "never" | "first",
): Promise<void> {
  const key = foldKey(fold);
  await tx`
    with waiting as (
      update deliveries set params = case
          when array_position(${[...RINGS]}::text[], ${ring}) > array_position(${[...RINGS]}::text[], params ->> ${RING_PARAM})
          then jsonb_set(params, array[${RING_PARAM}], to_jsonb(${ring}::text)) else params end
      where chat_id = ${chatId} and card_key = ${key} and status = 'queued' returning id
    )
    insert into deliveries (dedupe_key, chat_id, user_id, card_key, method, params, priority, not_before, created_at)
    select ${`${key}:${because}`}, ${chatId}::bigint, ${userId}::int, ${key}, 'sendMessage',
      jsonb_build_object(${RING_PARAM}::text, ${ring}::text), ${NORMAL}, '-infinity', ${now}
    where not exists (select from waiting)
    on conflict (dedupe_key) do nothing`;
}

async function supersede(tx: RawTransaction, id: string): Promise<void> {
  await tx`update deliveries set status = 'superseded' where id = ${id}`;
}
