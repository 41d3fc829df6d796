import type { Tx } from "../../kernel/index.ts";
import { toInlineKeyboard } from "@stsphera/telegram";
import { enqueueDeliveries, type NewDelivery } from "../deliveries/index.ts";
import type { RenderedMessage } from "@stsphera/telegram";
import type { OutboxEvent } from "./notice.ts";
import { keyOf, readKnown, type RowChange, storeNotifications } from "./notification-rows.ts";
import { plainText } from "./plain-text.ts";
import type { Notification } from "./plan-notifications.ts";

const MINUTE_MS = 60_000;

type Planned = { event: OutboxEvent; notifications: readonly Notification[] };
type Told = { event: OutboxEvent; one: Notification; message: RenderedMessage };

/** Number of queued messages, and the events whose messages could not be drawn. */
export type Written = { queued: number; failed: { event: OutboxEvent; error: unknown }[] };

/**
 * Writes the notifications of events and queues their messages, unless the user muted the category or reads it in the
 * morning card; alarms are always sent. The number of statements does not grow with the number of events.
 */
export async function writeNotifications(tx: Tx, planned: readonly Planned[], now: Date): Promise<Written> {
  const known = await readKnown(
    tx,
    planned.flatMap(({ notifications }) => notifications.filter(({ onlyKnown }) => onlyKnown)),
  );
  const told: Told[] = [];
  const failed: Written["failed"] = [];
  for (const { event, notifications } of planned) {
    try {
      const heard = notifications.filter((one) => !one.onlyKnown || known.has(keyOf(one)));
      told.push(...heard.map((one) => ({ event, one, message: one.message() })));
      for (const one of heard) known.add(keyOf(one));
    } catch (error) {
      failed.push({ event, error });
    }
  }
  const ids = await storeNotifications(tx, told.map(rowOf), now);
  const deliveries = told.flatMap((each) => deliveryOf(each, ids.get(keyOf(each.one)) ?? null, now));
  return { queued: await enqueueDeliveries(tx, deliveries, now), failed };
}

const rowOf = ({ one, message }: Told): RowChange => ({
  ...one,
  userId: one.reader.id,
  ...plainText(message.text),
});

/** The parameters by which a message is sent. */
export const messageParams = ({ text, buttons }: RenderedMessage): Record<string, unknown> => ({
  text,
  parse_mode: "HTML",
  link_preview_options: { is_disabled: true },
  ...(buttons.length === 0 ? {} : { reply_markup: toInlineKeyboard(buttons) }),
});

function deliveryOf({ event, one, message }: Told, notificationId: number | null, now: Date): NewDelivery[] {
  if (notificationId === null) throw new Error("a notification was not stored");
  const { reader, priority, digest } = one;
  const always = priority === "critical" || digest !== undefined;
  if (!always && reader.muted.includes(one.category)) return [];
  // What waits for the morning card only edits a message that is in the chat.
  const waits = !always && reader.inDigest.includes(one.category);
  if ((waits || one.ring === "edit") && !one.living) return [];
  return [
    {
      dedupeKey: `outbox:${event.id}:${reader.id}:${one.name}`,
      chatId: reader.telegramId,
      userId: reader.id,
      notificationId,
      method: "sendMessage",
      params: messageParams(message),
      priority: priority === "critical" ? "critical" : digest === undefined ? "normal" : "digest",
      ...(digest === undefined ? {} : { notAfter: new Date(now.getTime() + digest.minutes * MINUTE_MS) }),
      ...(one.alone ? { alone: true } : {}),
      cardKey: one.living ? one.key : null,
      ring: waits ? "edit" : one.ring,
    },
  ];
}
