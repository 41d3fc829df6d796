import { schema } from "@stsphera/db";
import { formatDeepLink, renderNotification, toInlineKeyboard } from "@stsphera/telegram";
import { and, eq } from "drizzle-orm";
import { enqueueDeliveries, type NewDelivery } from "../deliveries/index.ts";
import type { Tx } from "../../kernel/index.ts";
import { plainText } from "./plain-text.ts";
import type { RelayedEvent, Told } from "./told.ts";

const { notifications } = schema;

/**
 * Writes what an event tells: a notification a person, and its message into the queue, unless the person wants none of
 * the category; an alarm comes through. Gives how many messages are queued.
 */
export async function tell(
  tx: Tx,
  event: RelayedEvent,
  told: readonly Told[],
  { now, publicUrl }: { now: Date; publicUrl: string },
): Promise<number> {
  const deliveries: NewDelivery[] = [];
  for (const one of told) {
    if (one.onlyIfKnown && !(await isKnown(tx, one))) continue;
    const { locale } = one.recipient;
    const message = renderNotification(one.render, one.payload, { locale, publicUrl });
    const notificationId = await upsertNotification(tx, one, plainText(message.text), now);
    if (one.priority !== "critical" && one.recipient.muted.includes(one.category)) continue;
    deliveries.push({
      dedupeKey: `outbox:${event.id}:${one.recipient.id}:${one.render}`,
      chatId: one.recipient.telegramId,
      userId: one.recipient.id,
      notificationId,
      method: "sendMessage",
      params: {
        text: message.text,
        parse_mode: "HTML",
        link_preview_options: { is_disabled: true },
        ...(message.buttons.length === 0 ? {} : { reply_markup: toInlineKeyboard(message.buttons) }),
      },
      priority: one.priority === "critical" ? "critical" : "normal",
      cardKey: one.cardKey,
      ring: one.ring,
    });
  }
  return enqueueDeliveries(tx, deliveries, now);
}

async function isKnown(tx: Tx, { recipient, key }: Told): Promise<boolean> {
  const [row] = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.userId, recipient.id), eq(notifications.key, key)));
  return row !== undefined;
}

async function upsertNotification(
  tx: Tx,
  told: Told,
  words: { title: string; text: string },
  now: Date,
): Promise<number> {
  const { type, category, priority, objectId, entityType, entityId } = told;
  const deepLink = told.deepLink === null ? "" : formatDeepLink(told.deepLink);
  const payload = told.payload as Record<string, unknown>;
  const state = { type, priority, ...words, payload, updatedAt: now };
  const [row] = await tx
    .insert(notifications)
    .values({
      userId: told.recipient.id,
      key: told.key,
      category,
      objectId,
      entityType,
      entityId,
      deepLink,
      readAt: told.unread ? null : now,
      createdAt: now,
      ...state,
    })
    .onConflictDoUpdate({
      target: [notifications.userId, notifications.key],
      set: told.unread ? { ...state, readAt: null } : state,
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
