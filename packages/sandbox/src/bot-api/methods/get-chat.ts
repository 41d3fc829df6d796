import { chatForReading } from "./chat-access.ts";
import type { Method } from "./method.ts";

export const getChat: Method = {
  parameters: ["chat_id"],
  run(world, input) {
    const chat = chatForReading(world, input);
    const pinned = world.pins.get(chat.id);
    const stored = pinned === undefined ? undefined : world.messages.get(chat.id, pinned);
    return {
      ...chat,
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
      },
      ...(stored && !stored.deleted ? { pinned_message: stored.message } : {}),
    };
  },
};
