import type { Message } from "../../world/model.ts";
import type { World } from "../../world/world.ts";
import { badRequest } from "../errors.ts";
import type { Input } from "../input.ts";
import { chatForReading } from "./chat-access.ts";
import { without } from "./editing.ts";

/** The message that a call forwards or copies. */
export function sourceMessage(world: World, input: Input, action: "forward" | "copy"): Message {
  const chat = chatForReading(world, input, "from_chat_id");
  const stored = world.messages.get(chat.id, input.messageId());
  if (!stored || stored.deleted) throw badRequest(`message to ${action} not found`);
  if (stored.message.has_protected_content)
    throw badRequest(`message can't be ${action === "copy" ? "copied" : "forwarded"}`);
  return stored.message;
}

/** What a repeated message keeps of the original. */
export function contentOf(message: Message): Omit<Message, "message_id" | "date" | "chat" | "from"> {
  return without(message, [
    "message_id",
    "date",
    "chat",
    "from",
    "edit_date",
    "reply_to_message",
    "reply_markup",
    "media_group_id",
    "message_thread_id",
    "is_topic_message",
    "forward_origin",
  ]);
}
