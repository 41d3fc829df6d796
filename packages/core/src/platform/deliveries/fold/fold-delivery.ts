import type { RawTransaction } from "../telegram-limits.ts";
import { ALONE_PARAM, DELIVERY_PRIORITIES, RING_PARAM, RINGS } from "../new-delivery.ts";
import { FOLD_KEYS, foldKey } from "./fold-key.ts";

/** A user gets so many messages of their own within `MINUTES`; what comes beyond is listed in one. */
export const MOST_ALONE = 3;
const MINUTES = 10;
/**
 * Messages a day, lists included, after which ordinary and important ones make no further one but the list that takes what
 * comes beyond. With the morning card and the evening request they are eight.
 */
const ORDINARY_A_DAY = 4;
const IMPORTANT_A_DAY = 6;
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

type State = {
  /** The newest list while it takes entries. */
  open: number | null;
  /** The newest list that was not sent yet: it will ring. */
  unsent: number | null;
  lastOfDay: number | null;
  /** The list that holds the notification. */
  listed: number | null;
  alone: number;
  waitingHigh: number;
  /** Messages sent to the user since their midnight. */
  today: number;
};

/**
 * Decides whether a message goes into the user's list instead: ordinary ones when more than a few came or wait within ten
 * minutes, important ones when several wait at once, both when the user has heard enough that day. A thing stands in one
 * place: in the list that told it last, or in a message of its own. Alarms, digests and those that stand alone are never
 * listed. Runs in the transaction of the claim.
 */
export async function foldDelivery(
  tx: RawTransaction,
  chatId: string,
  head: Head,
  now: Date,
): Promise<Folding> {
  const { userId, notificationId, importance, params } = head;
  const isListable = head.priority === NORMAL && importance !== "critical" && params[ALONE_PARAM] !== true;
  if (userId === null || notificationId === null || !isListable) return "send";
  const given = params[RING_PARAM];
  const ring = RINGS.find((one) => one === given) ?? "always";
  const isInChat = head.messageId !== null;
  const subject = { chatId, userId, notificationId, because: head.id, now };
  const state = await readState(tx, subject);
  const { listed } = state;
  if (listed !== null && ring !== "always") {
    if (ring !== "first") await takeOffSettled(tx, listed, subject);
    await queueList(tx, listed, subject, "edit");
    if (isInChat || ring === "edit") return "send";
    await supersede(tx, head.id);
    return "folded";
  }
  const isNew = ring === "always" || (ring !== "edit" && !isInChat);
  if (!isNew) return "send";
  const place = placeOf(state, importance === "high");
  if (place === "own") {
    if (listed !== null) await takeOff(tx, listed, subject);
    return "send";
  }
  const fold = place === "new" ? await openFold(tx, subject) : place;
  if (listed !== null && listed !== fold) await takeOff(tx, listed, subject);
  await tx`
    update message_folds set notification_ids = array_append(array_remove(notification_ids, ${notificationId}::int), ${notificationId}::int)
    where id = ${fold}`;
  await queueList(tx, fold, subject, ring === "never" ? "never" : "first");
  if (isInChat) return "hush";
  await supersede(tx, head.id);
  return "folded";
}

/** A message of its own, a new list, or the list that it goes into. */
function placeOf(state: State, isHigh: boolean): "own" | "new" | number {
  const { open, unsent, lastOfDay, alone, waitingHigh, today } = state;
  const isCrowded = isHigh ? waitingHigh > 1 || unsent !== null : alone > MOST_ALONE || open !== null;
  const most = isHigh ? IMPORTANT_A_DAY : ORDINARY_A_DAY;
  // The last message of a day is the list that takes what comes beyond.
  const own = lastOfDay === null ? Math.min(most, IMPORTANT_A_DAY - 1) : most;
  if (!isCrowded && today < own) return "own";
  const going = isHigh ? unsent : open;
  if (going !== null) return going;
  return today < most || lastOfDay === null ? "new" : lastOfDay;
}

type Subject = { chatId: string; userId: number; notificationId: number; because: string; now: Date };

/** SQL: a message of the user that counts for the limits of lists. Digests and messages marked `alone` are never listed. */
const TOLD = (tx: RawTransaction) => tx`d.priority = ${NORMAL} and not d.params ? ${ALONE_PARAM}`;

/** The user's lists and the numbers of messages of the last minutes, of those that wait, and of the user's day. */
async function readState(
  tx: RawTransaction,
  { chatId, userId, notificationId, now }: Subject,
): Promise<State> {
  const [state] = await tx<State[]>`
    with person as (
      select date_trunc('day', ${now}::timestamptz at time zone u.time_zone) at time zone u.time_zone as midnight
      from users u where u.id = ${userId}
    ), folds as (
      select f.*, exists (select from deliveries d where d.chat_id = ${chatId}
        and d.card_key = ${FOLD_KEYS} || f.id and d.status = 'queued')
        and not exists (select from chat_cards c where c.chat_id = ${chatId}
          and c.card_key = ${FOLD_KEYS} || f.id) as unsent
      from message_folds f where f.user_id = ${userId}
        and f.started_at > ${now}::timestamptz - ${LISTED_DAYS} * interval '1 day'
    ), waiting as (
      select n.priority from deliveries d join notifications n on n.id = d.notification_id
        left join chat_cards card on card.chat_id = d.chat_id and card.card_key = d.card_key
      where d.chat_id = ${chatId} and d.status = 'queued' and d.not_before <= ${now} and ${TOLD(tx)}
        and d.params ->> ${RING_PARAM} is distinct from 'edit'
        and (card.message_id is null or d.params ->> ${RING_PARAM} = 'always')
    )
    select
      (select f.id from folds f where f.started_at > ${now}::timestamptz - ${MINUTES} * interval '1 minute'
        order by f.started_at desc limit 1) as open,
      (select f.id from folds f where f.unsent order by f.started_at desc limit 1) as unsent,
      (select f.id from folds f, person where f.started_at >= person.midnight
        order by f.started_at desc limit 1) as "lastOfDay",
      (select f.id from folds f where ${notificationId} = any (f.notification_ids)
        order by f.started_at desc limit 1) as listed,
      ((select count(*) from deliveries d join notifications n on n.id = d.notification_id and n.priority = 'normal'
        where d.user_id = ${userId} and d.anew and ${TOLD(tx)}
          and d.sent_at > ${now}::timestamptz - ${MINUTES} * interval '1 minute')
      + (select count(*) from waiting where priority = 'normal'))::int as alone,
      (select count(*) from waiting where priority = 'high')::int as "waitingHigh",
      (select count(*) from deliveries d, person where d.user_id = ${userId} and d.anew and ${TOLD(tx)}
        and d.sent_at >= person.midnight)::int as today`;
  if (state === undefined) throw new Error("the messages of a user were not counted");
  return state;
}

async function openFold(tx: RawTransaction, { userId, now }: Subject): Promise<number> {
  const [fold] = await tx<{ id: number }[]>`
    insert into message_folds (user_id, started_at, notification_ids) values (${userId}, ${now}, '{}') returning id`;
  if (fold === undefined) throw new Error("a list of messages was not stored");
  return fold.id;
}

/** What is told elsewhere leaves a list. */
async function takeOff(tx: RawTransaction, fold: number, subject: Subject): Promise<void> {
  await tx`
    update message_folds set notification_ids = array_remove(notification_ids, ${subject.notificationId}::int)
    where id = ${fold}`;
  await queueList(tx, fold, subject, "edit");
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
