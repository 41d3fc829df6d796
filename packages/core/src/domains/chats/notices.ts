import { type EventsOf, NOBODY, type Notice, type Notices } from "../../platform/notify/index.ts";
import type { ChatNews } from "./card/chat-card.ts";
import { chatNotification } from "./chat-notification.ts";

const told: Notice<ChatNews, "managers", never> = {
  to: ["managers"],
  card: chatNotification,
  alert: "always",
};

/** The project managers hear of a chat that is linked, or lost without them. */
export const chatNotices = {
  "chat.linked": told,
  "chat.unlinked": NOBODY,
  "chat.relinked": NOBODY,
  "chat.muted": NOBODY,
  "chat.moved": NOBODY,
  "chat.lost": { ...told, priority: "high" },
  "chat.topic_lost": { ...told, priority: "high" },
  // Whoever ended the right may not know of the chat: the manager who takes a deputyship back, for one.
  "chat.maker_left": { ...told, priority: "high", doerToo: true },
} as const satisfies Record<EventsOf<"chat">, Notices<ChatNews, "managers", never>>;
