import type { Sql } from "@stsphera/db";
import { RING_PARAM, UNTIL_PARAM } from "./new-delivery.ts";
import { tryChatLock } from "./chat-lock.ts";
import { foldDelivery } from "./fold/fold-delivery.ts";
import { heldUntil, type RingWishes } from "./held-until.ts";
import { isOutdated } from "./redraw.ts";
import { ringWishes, wishTables } from "./ring-wishes-sql.ts";
import { isLimited, PER_SECOND, takeLimits } from "./telegram-limits.ts";

export type ClaimedDelivery = {
  id: number;
  chatId: string;
  userId: number | null;
  /** What it tells of; null for replies. */
  notificationId: number | null;
  /** The linked chat that gets it as a copy, and its topic. */
  chatLinkId: number | null;
  threadId: number | null;
  cardKey: string | null;
  method: string;
  params: Record<string, unknown>;
  /** Including this attempt. */
  attempts: number;
  /** The message that shows the card in this chat. */
  messageId: number | null;
};

/** Nothing to send, a message postponed by its user's wishes or listed in another, one that is to be drawn anew, a message to send after some milliseconds (null: at once, it counts for nothing), or milliseconds to wait. */
export type Claim =
  | { kind: "none" }
  | { kind: "put_off" }
  | { kind: "outdated" }
  | { kind: "wait"; ms: number }
  | { kind: "claimed"; delivery: ClaimedDelivery; afterMs: number | null };

type Row = Omit<ClaimedDelivery, "id" | "chatId"> & {
  id: string;
  priority: number;
  outdated: boolean;
  /** Priority of what it tells. */
  importance: string | null;
  wishes: RingWishes | null;
  rungAt: Date | null;
  /** A push was just planned for it: it is claimed while the message is not in flight. */
  isBrowsersTurn: boolean;
};

const LEASE_SECONDS = 30;
/** So long after it was planned a push has its turn before the message, longer than an attempt at Telegram takes. */
const BROWSER_SECONDS = 40;
const BROWSERS_TURN_MS = 1_500;

/**
 * Claims the next message of a chat, never while another of it is in flight, whichever process asks. A message that
 * would ring in the user's quiet hours or on a day off (in a linked chat: at night, by the time zone of its object) is postponed, except alarms (a
 * digest keeps its own days); one that has grown too old is dropped;
 * editing an existing card makes no sound, nor does what rang in a browser already. With `redraws`, what was drawn long
 * ago is not claimed, but said to be outdated.
 */
export async function claimDelivery(sql: Sql, chatId: string, now: Date, redraws = false): Promise<Claim> {
  return sql.begin(async (tx): Promise<Claim> => {
    if (!(await tryChatLock(tx, chatId))) return { kind: "none" };
    const [head] = await tx<Row[]>`
      select d.id::text, d.user_id as "userId", d.notification_id as "notificationId", d.chat_link_id as "chatLinkId", link.thread_id as "threadId", d.card_key as "cardKey", d.method, d.params, d.attempts + 1 as attempts,
        card.message_id as "messageId", d.priority, n.priority as importance, ${isOutdated(tx, now)} as outdated,
        d.rung_at as "rungAt", exists (select from push_messages p where p.delivery_id = d.id and p.status = 'queued'
          and p.attempts = 0 and p.created_at > ${now}::timestamptz - ${BROWSER_SECONDS} * interval '1 second') as "isBrowsersTurn",
        ${ringWishes(tx, now)} as wishes
      from deliveries d ${wishTables(tx)}
      where d.chat_id = ${chatId} and d.status = 'queued' and d.not_before <= ${now}
        and not exists (select from deliveries f where f.chat_id = ${chatId} and f.status = 'sending')
      order by d.priority, d.id limit 1 for update of d skip locked`;
    if (head === undefined) return { kind: "none" };
    const {
      wishes,
      priority: _priority,
      importance: _importance,
      outdated,
      rungAt,
      isBrowsersTurn,
      ...delivery
    } = head;
    if (isBrowsersTurn && rungAt === null) return { kind: "wait", ms: BROWSERS_TURN_MS };
    if (rungAt !== null) head.params = delivery.params = silenced(head);
    const until = delivery.params[UNTIL_PARAM];
    if (typeof until === "string" && Date.parse(until) < now.getTime()) {
      await tx`update deliveries set status = 'superseded' where id = ${head.id}`;
      return { kind: "put_off" };
    }
    const waits = wishes?.timeZone ? heldUntil(now, wishes) : null;
    if (waits !== null) {
      await tx`update deliveries set not_before = ${waits} where id = ${head.id}`;
      return { kind: "put_off" };
    }
    if (redraws && outdated) return { kind: "outdated" };
    const folding = await foldDelivery(tx, chatId, head, now);
    if (folding === "folded") return { kind: "put_off" };
    if (folding === "hush") delivery.params = { ...delivery.params, [RING_PARAM]: "never" };
    const { wait, after } = isLimited(head.method) ? await takeLimits(tx, chatId) : { wait: 0, after: null };
    if (wait > 0) return { kind: "wait", ms: wait };
    await tx`
      update deliveries set status = 'sending', attempts = attempts + 1, claimed_at = clock_timestamp()
      where id = ${head.id}`;
    return { kind: "claimed", afterMs: after, delivery: { ...delivery, id: Number(delivery.id), chatId } };
  }) as Promise<Claim>;
}

/** Parameters of a message that makes no sound in the chat. */
const silenced = ({ cardKey, params }: Row): Row["params"] =>
  cardKey === null ? { ...params, disable_notification: true } : { ...params, [RING_PARAM]: "never" };

/**
 * Requeues messages whose process died before reporting back; they may have been sent already: better twice than
 * never.
 */
export async function reclaimDeliveries(sql: Sql): Promise<number> {
  const { count } = await sql`
    update deliveries set status = 'queued'
    where status = 'sending' and claimed_at < clock_timestamp() - ${LEASE_SECONDS} * interval '1 second'`;
  return count;
}

/** The most by which a long queue of a chat goes before what has waited longer, in seconds. */
const MOST_AHEAD = 30;

/**
 * Chats with messages to send and none in flight, the most urgent first, without paused ones. Among equally urgent ones
 * time counts: how long the first message has waited, and, up to half a minute, how long the chat's queue will take at its
 * own limit. A group that may get one message in four seconds would else be what a burst ends with.
 */
export async function dueChats(
  sql: Sql,
  now: Date,
  limit: number,
  except: readonly string[],
): Promise<string[]> {
  const rows = await sql<{ chatId: string }[]>`
    select chat_id::text as "chatId" from (
      select distinct on (d.chat_id) d.chat_id, d.priority, d.id, d.created_at - interval '1 second' * least(${MOST_AHEAD}::int,
          count(*) over (partition by d.chat_id, d.priority) / case when d.chat_id < 0 then ${PER_SECOND.group}::numeric
            else ${PER_SECOND.chat}::numeric end) as since
      from deliveries d
      where d.status = 'queued' and d.not_before <= ${now} and d.chat_id <> all(${except as string[]}::bigint[])
        and not exists (select from deliveries f where f.chat_id = d.chat_id and f.status = 'sending')
        and not exists (
          select from telegram_limits l
          where l.scope = 'chat:' || d.chat_id and l.retry_until > clock_timestamp())
      order by d.chat_id, d.priority, d.id) heads
    order by priority, since, id limit ${limit}`;
  return rows.map((row) => row.chatId);
}
