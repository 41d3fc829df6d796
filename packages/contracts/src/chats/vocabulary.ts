/** Vocabulary of chats linked to objects. No imports. */
export const CHAT_EVENTS = [
  "chat.linked",
  "chat.unlinked",
  "chat.relinked",
  "chat.muted",
  "chat.moved",
  "chat.lost",
  "chat.topic_lost",
  "chat.maker_left",
] as const;

/** Categories of which linked chats get copies; a test compares them with the notices. */
export const COPIED_CATEGORIES = ["tasks", "facts", "gpr", "supply", "construction"] as const;
export type CopiedCategory = (typeof COPIED_CATEGORIES)[number];

/**
 * Why a link ended: a person unlinked the chat, the bot was removed from it, its topic was deleted, or the group became a
 * supergroup that is linked already.
 */
export const CHAT_ENDS = ["unlinked", "removed", "topic_deleted", "merged"] as const;
export type ChatEnd = (typeof CHAT_ENDS)[number];

/** For how long an unlinked chat can be linked again, in minutes. */
export const RELINK_MINUTES = 10;
