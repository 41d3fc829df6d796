import { type BotApi, TelegramError } from "@stsphera/telegram";
import type { ClaimedDelivery } from "./claim-delivery.ts";
import { botParams, RING_PARAM } from "./new-delivery.ts";

/**
 * `done`: sent `anew` or edited, or there was nothing to edit; `gone`: the message to edit no longer exists, so the card
 * must be sent anew.
 */
export type Sent =
  | { kind: "done"; messageId: number | null; anew: boolean; oldMessageId?: number }
  | { kind: "gone" };

const EDITABLE = ["text", "parse_mode", "entities", "link_preview_options", "reply_markup"];

/** Sends one message. A card with a message in the chat is edited, unless it is to ring. */
export async function sendDelivery(
  api: BotApi,
  delivery: ClaimedDelivery,
  signal: AbortSignal,
): Promise<Sent> {
  return delivery.cardKey === null ? sendPlain(api, delivery, signal) : sendCard(api, delivery, signal);
}

async function sendPlain(api: BotApi, delivery: ClaimedDelivery, signal: AbortSignal): Promise<Sent> {
  const { method } = delivery;
  const params = botParams(delivery.params);
  const inChat = /^(send|copy|forward|edit|delete|pin|unpin)/.test(method);
  const full = inChat ? { chat_id: Number(delivery.chatId), ...topicOf(delivery), ...params } : params;
  if (method.startsWith("edit")) return edit(api, method, full, signal);
  const messageId = messageIdOf(await api.call(method, full, signal));
  return { kind: "done", messageId, anew: messageId !== null };
}

async function sendCard(api: BotApi, delivery: ClaimedDelivery, signal: AbortSignal): Promise<Sent> {
  const ring = delivery.params[RING_PARAM];
  const { message_id: given, ...params } = botParams(delivery.params);
  const chat = { chat_id: Number(delivery.chatId) };
  const messageId = delivery.messageId ?? (typeof given === "number" ? given : null);
  if (messageId !== null && ring !== "always") {
    const changes = Object.fromEntries(Object.entries(params).filter(([name]) => EDITABLE.includes(name)));
    return edit(api, "editMessageText", { ...chat, message_id: messageId, ...changes }, signal);
  }
  if (ring === "edit") return { kind: "done", messageId: null, anew: false };
  const silence = ring === "never" ? { disable_notification: true } : {};
  const answer = await api.call(
    "sendMessage",
    { ...chat, ...topicOf(delivery), ...params, ...silence },
    signal,
  );
  const sent = { kind: "done" as const, messageId: messageIdOf(answer), anew: true };
  return messageId === null ? sent : { ...sent, oldMessageId: messageId };
}

/** The topic of a linked chat, as it is at this moment. */
const topicOf = ({ method, threadId }: ClaimedDelivery) =>
  threadId === null || !method.startsWith("send") ? {} : { message_thread_id: threadId };

async function edit(
  api: BotApi,
  method: string,
  params: Record<string, unknown>,
  signal: AbortSignal,
): Promise<Sent> {
  const messageId = typeof params["message_id"] === "number" ? params["message_id"] : null;
  try {
    await api.call(method, params, signal);
  } catch (error) {
    if (!(error instanceof TelegramError) || error.code !== 400) throw error;
    if (/message is not modified/i.test(error.description)) return { kind: "done", messageId, anew: false };
    const gone = /message to edit not found|message can't be edited/i.test(error.description);
    if (gone && method === "editMessageText") return { kind: "gone" };
    throw error;
  }
  return { kind: "done", messageId, anew: false };
}

/** Deletes the old message of a card that was sent anew. Telegram refuses for very old messages, which then stay. */
export async function removeMessage(
  api: BotApi,
  chatId: string,
  messageId: number,
  signal: AbortSignal,
): Promise<void> {
  await api.call("deleteMessage", { chat_id: Number(chatId), message_id: messageId }, signal);
}

function messageIdOf(answer: unknown): number | null {
  if (typeof answer !== "object" || answer === null || !("message_id" in answer)) return null;
  return typeof answer.message_id === "number" ? answer.message_id : null;
}
