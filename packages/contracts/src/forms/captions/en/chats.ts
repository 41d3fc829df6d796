import type { chats as ru } from "../ru/chats.ts";

export const chats = {
  "done.chat.mute": "Saved",
  "done.chat.unlink": "The chat is unlinked",
  "done.chat.relink": "The chat is linked again",
} as const satisfies Record<keyof typeof ru, string>;
