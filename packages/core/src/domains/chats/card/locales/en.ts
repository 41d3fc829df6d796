import type { chatsRu } from "./ru.ts";

export const chatsEn = {
  linked: "🔗 Chat linked: {title}",
  lost: "⚠️ The bot is no longer in the chat “{title}”",
  topic_lost: "⚠️ Topic “{topic}” was deleted",
  maker_left: "⚠️ Check the chat “{title}”",
  object: "Object",
  chat: "Chat",
  topic: "Topic",
  by: "Linked by",
  lost_next: "News of the object no longer arrive there. Add the bot again and send /link there.",
  topic_moved: "News of the object arrive in the general topic of the chat.",
  topic_ended: "The chat is unlinked: its general topic has another object.",
  maker_left_next:
    "Whoever linked it no longer manages the object, and news still arrive there. Unlink it in the app, or by /unlink in the chat.",
  open: "Chats of the object",
} as const satisfies Record<keyof typeof chatsRu, string>;
