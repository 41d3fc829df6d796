import type { Update, User } from "@stsphera/telegram";

/** Kinds of updates requested from Telegram. */
export const ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"] as const;

/** The chat in whose queue an update is processed; null for kinds that were not requested. */
export function chatOf(update: Update): string | null {
  const chat = update.message?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat;
  const id = chat?.id ?? update.callback_query?.from.id;
  return id === undefined ? null : String(id);
}

/** The user who caused an update. */
export function authorOf(update: Update): User | null {
  return update.message?.from ?? update.callback_query?.from ?? update.my_chat_member?.from ?? null;
}
