import type { Database } from "@stsphera/db";
import { type BotApi, TelegramError, TelegramUnreachable } from "@stsphera/telegram";
import { backoffMs } from "./backoff.ts";
import { claimDelivery, type ClaimedDelivery, dueChats, reclaimDeliveries } from "./claim-delivery.ts";
import { removeMessage, sendDelivery } from "./send-delivery.ts";
import { createPacer } from "./create-pacer.ts";
import { isRefusedByUser } from "./failed/failed-sql.ts";
import { type Redraw, redrawWaiting } from "./redraw.ts";
import { readyDelivery } from "./ready-delivery.ts";
import {
  dropDelivery,
  markFailed,
  markSent,
  markUnreachable,
  requeue,
  requeueAnew,
  requeueWithoutTopic,
} from "./settle-delivery.ts";
import { moveChat } from "./move-chat.ts";
import { APART_MS, delayRefill, pauseChat } from "./telegram-limits.ts";

export type DelivererDeps = {
  db: Database;
  api: BotApi;
  /** The product's clock, for what users see. */
  now: () => Date;
  /** Public URL of the Mini App, for the buttons of lists. */
  publicUrl: string;
  warn: (message: string, error: unknown) => void;
  /** What else is done when a chat has moved or is lost. */
  chats?: ChatHooks;
  /** How what waited is drawn anew; as it was made if absent. */
  redraw?: Redraw;
  /** Aborts requests in progress; their messages stay in the queue. */
  signal?: AbortSignal;
};

/** What Telegram says of a group when a message to it is refused. */
export type ChatHooks = {
  /** It became a supergroup with another id. */
  moved(from: string, to: string): Promise<void>;
  /** The bot is in it no more. */
  lost(chatId: string): Promise<void>;
  /** The topic of a linked chat was deleted. */
  topicLost(linkId: number): Promise<void>;
};

/**
 * Result of draining a chat: messages settled, and milliseconds to wait before the next, null when the queue is
 * empty.
 */
export type Drained = { settled: number; waitMs: number | null };

export type Deliverer = {
  /** Sends the messages of one chat in order, until the queue is empty or must pause. */
  drainChat(chatId: string): Promise<Drained>;
  /** Chats that can be drained now, the most urgent first. */
  dueChats(limit: number, except?: readonly string[]): Promise<string[]>;
  /** Drains every chat that can be drained now; returns the number of messages settled. */
  drainOnce(): Promise<number>;
  /** Requeues messages left in flight by killed processes. */
  reclaim(): Promise<number>;
};

/** Shorter than the lease of a claim, so that no message is sent by two processes. */
const SEND_TIMEOUT_MS = 20_000;
const AT_ONCE = 16;
const TOPIC_GONE = /message thread not found|TOPIC_(?:DELETED|CLOSED)/i;
/** A message this much later than planned delays the next ones of its chat. */
const LATE_MS = 20;
const WRONG_TOKEN = [401, 404, 409];

/** Sends the queue to Telegram. Several processes may run in parallel. */
export function createDeliverer(deps: DelivererDeps): Deliverer {
  const { api, now, warn, redraw } = deps;
  const { sql } = deps.db;
  const pace = createPacer(APART_MS);

  async function rest(delivery: ClaimedDelivery, error: string, ms: number): Promise<number> {
    await pauseChat(sql, delivery.chatId, ms);
    await requeue(sql, delivery, error);
    return ms;
  }

  /** Returns the milliseconds to wait after a temporary failure; null when the message is settled for good. */
  async function settleFailure(delivery: ClaimedDelivery, error: unknown): Promise<number | null> {
    if (error instanceof TelegramUnreachable) {
      return rest(delivery, error.message, backoffMs(delivery.attempts));
    }
    if (!(error instanceof TelegramError)) {
      warn(`delivery ${delivery.id} cannot be sent`, error);
      await markFailed(sql, delivery, error instanceof Error ? error.name : "unknown", now());
      return null;
    }
    const { code, description, migrateToChatId } = error;
    if (migrateToChatId !== undefined) {
      await deps.chats?.moved(delivery.chatId, String(migrateToChatId));
      await moveChat(sql, delivery.chatId, String(migrateToChatId));
      return null;
    }
    if (code === 429) return rest(delivery, description, (error.retryAfter ?? 1) * 1000 + 50);
    if (WRONG_TOKEN.includes(code)) {
      warn(`Telegram refuses the bot: ${description}`, error);
      return rest(delivery, description, backoffMs(delivery.attempts));
    }
    if (TOPIC_GONE.test(description) && (await leaveTopic(delivery))) return null;
    const isFinal = code === 403 || (code === 400 && isRefusedByUser(description));
    if (isFinal && delivery.userId !== null) await markUnreachable(sql, delivery, description, now());
    else await markFailed(sql, delivery, description, now());
    if (isFinal && delivery.chatId.startsWith("-")) await deps.chats?.lost(delivery.chatId);
    return null;
  }

  /** False when the message was not meant for a topic. */
  async function leaveTopic(delivery: ClaimedDelivery): Promise<boolean> {
    const isCopy = delivery.chatLinkId !== null && delivery.threadId !== null && deps.chats !== undefined;
    if (!isCopy && !("message_thread_id" in delivery.params)) return false;
    if (isCopy) await deps.chats?.topicLost(delivery.chatLinkId ?? 0);
    await requeueWithoutTopic(sql, delivery);
    return true;
  }

  async function settle(delivery: ClaimedDelivery): Promise<number | null> {
    const signal = AbortSignal.any([
      AbortSignal.timeout(SEND_TIMEOUT_MS),
      ...(deps.signal ? [deps.signal] : []),
    ]);
    let sent: Awaited<ReturnType<typeof sendDelivery>>;
    try {
      sent = await sendDelivery(api, delivery, signal);
    } catch (error) {
      return settleFailure(delivery, error);
    }
    if (sent.kind === "gone") {
      await requeueAnew(sql, delivery);
      return null;
    }
    await markSent(sql, delivery, sent, now());
    if (sent.oldMessageId !== undefined) await forget(delivery.chatId, sent.oldMessageId, signal);
    return null;
  }

  async function forget(chatId: string, messageId: number, signal: AbortSignal): Promise<void> {
    try {
      await removeMessage(api, chatId, messageId, signal);
    } catch (error) {
      warn("the former message of a card stays", error);
    }
  }

  async function drainChat(chatId: string): Promise<Drained> {
    for (let settled = 0; ;) {
      const claim = await claimDelivery(sql, chatId, now(), redraw !== undefined);
      if (claim.kind === "none") return { settled, waitMs: null };
      if (claim.kind === "wait") return { settled, waitMs: claim.ms };
      if (claim.kind === "put_off") continue;
      if (claim.kind === "outdated") {
        if (redraw !== undefined) await redrawWaiting(sql, { chatId, now: now(), redraw });
        continue;
      }
      const delivery = await readyDelivery(
        { db: deps.db, publicUrl: deps.publicUrl, now: now(), redraw },
        claim.delivery,
      );
      if (delivery === null) {
        await dropDelivery(sql, claim.delivery);
        continue;
      }
      if (claim.afterMs !== null && (await pace(claim.afterMs)) > LATE_MS)
        await delayRefill(sql, claim.delivery.chatId);
      const waitMs = await settle(delivery);
      if (waitMs !== null) return { settled, waitMs };
      settled += 1;
    }
  }

  const due = (limit: number, except: readonly string[] = []) => dueChats(sql, now(), limit, except);

  return {
    drainChat,
    dueChats: due,
    drainOnce: async () => {
      const drained = await Promise.all((await due(AT_ONCE)).map(drainChat));
      return drained.reduce((sum, chat) => sum + chat.settled, 0);
    },
    reclaim: () => reclaimDeliveries(sql),
  };
}
