import { badRequest } from "../errors.ts";
import { chatForWriting } from "./chat-access.ts";
import type { Method } from "./method.ts";
import { shallow } from "./outgoing.ts";

export const pinChatMessage: Method = {
  parameters: ["business_connection_id", "chat_id", "message_id", "disable_notification"],
  run(world, input) {
    const chat = chatForWriting(world, input);
    const stored = world.messages.get(chat.id, input.messageId());
    if (!stored || stored.deleted) throw badRequest("message to pin not found");
    world.store.transaction(() => {
      world.pins.set(chat.id, stored.message.message_id);
      world.messages.add({
        from: world.bot,
        chat,
        date: world.unixNow(),
        pinned_message: shallow(stored.message),
      });
    });
    return true;
  },
};
