import { schema } from "@stsphera/db";
import { formatDeepLink, toInlineKeyboard } from "@stsphera/telegram";
import { and, eq } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import { enqueueDeliveries, type NewDelivery } from "../deliveries/index.ts";
import type { OutboxEvent } from "./notice.ts";
import { plainText } from "./plain-text.ts";
import type { Notification } from "./plan-notifications.ts";

const { notifications } = schema;
const MINUTE_MS = 60_000;

/**
 * Writes one notification per user and queues its message, unless the user muted the category or reads it in the morning
 * card; alarms are always sent. Returns the number of queued messages.
 */
export async function writeNotifications(
  tx: Tx,
  event: OutboxEvent,
  planned: readonly Notification[],
  now: Date,
): Promise<number> {
  const deliveries: NewDelivery[] = [];
  for (const one of planned) {
    if (one.onlyKnown && !(await isKnown(tx, one))) continue;
    const message = one.message();
    const { reader, priority, digest } = one;
    const notificationId = await upsertNotification(tx, one, plainText(message.text), now);
    const always = priority === "critical" || digest !== undefined;
    if (!always && reader.muted.includes(one.category)) continue;
    // What waits for the morning card only edits a message that is in the chat.
    const waits = !always && reader.inDigest.includes(one.category);
    if (waits && !one.living) continue;
    deliveries.push({
      dedupeKey: `outbox:${event.id}:${reader.id}:${one.name}`,
      chatId: reader.telegramId,
      userId: reader.id,
      notificationId,
      method: "sendMessage",
      params: {
        text: message.text,
        parse_mode: "HTML",
        link_preview_options: { is_disabled: true },
        ...(message.buttons.length === 0 ? {} : { reply_markup: toInlineKeyboard(message.buttons) }),
      },
      priority: priority === "critical" ? "critical" : digest === undefined ? "normal" : "digest",
      ...(digest === undefined ? {} : { notAfter: new Date(now.getTime() + digest.minutes * MINUTE_MS) }),
      cardKey: one.living ? one.key : null,
      ring: waits ? "edit" : one.ring,
    });
  }
  return enqueueDeliveries(tx, deliveries, now);
}

async function isKnown(tx: Tx, { reader, key }: Notification): Promise<boolean> {
  const [row] = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.userId, reader.id), eq(notifications.key, key)));
  return row !== undefined;
}

async function upsertNotification(
  tx: Tx,
  one: Notification,
  words: { title: string; text: string },
  now: Date,
): Promise<number> {
  const { key, type, category, priority, objectId, entityType, entityId } = one;
  const deepLink = one.deepLink === null ? "" : formatDeepLink(one.deepLink);
  const state = { type, priority, objectId, ...words, payload: { news: one.news }, updatedAt: now };
  const [row] = await tx
    .insert(notifications)
    .values({
      userId: one.reader.id,
      key,
      category,
      entityType,
      entityId,
      deepLink,
      readAt: one.unread ? null : now,
      createdAt: now,
      ...state,
    })
    .onConflictDoUpdate({
      target: [notifications.userId, notifications.key],
      set: one.unread ? { ...state, readAt: null } : one.did ? { ...state, readAt: now } : state,
    })
    .returning({ id: notifications.id, deepLink: notifications.deepLink });
  if (row === undefined) throw new Error("a notification was not stored");
  if (row.deepLink === "") await linkToItself(tx, row.id);
  return row.id;
}

async function linkToItself(tx: Tx, id: number): Promise<void> {
  const deepLink = formatDeepLink({ kind: "notification", id });
  await tx.update(notifications).set({ deepLink }).where(eq(notifications.id, id));
}
