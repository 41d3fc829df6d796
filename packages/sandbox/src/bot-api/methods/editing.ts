import type { Message } from "../../world/model.ts";
import type { World } from "../../world/world.ts";
import { badRequest, strict } from "../errors.ts";
import type { Input } from "../input.ts";
import { chatForWriting } from "./chat-access.ts";

/** The bot's own message to be edited. */
export function editedMessage(world: World, input: Input): Message {
  if (input.has("inline_message_id")) throw strict("inline messages are not spoken here");
  const chat = chatForWriting(world, input);
  const stored = world.messages.get(chat.id, input.messageId());
  if (!stored || stored.deleted) throw badRequest("message to edit not found");
  if (stored.message.from?.id !== world.bot.id) throw badRequest("message can't be edited");
  return stored.message;
}

const compared = ["text", "entities", "link_preview_options", "reply_markup"] as const;

/** Replaces a message; an unchanged one is refused, as by Telegram. */
export function saveEdit(world: World, before: Message, after: Message): Message {
  const same = compared.every((field) => JSON.stringify(before[field]) === JSON.stringify(after[field]));
  if (same) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  const message = { ...after, edit_date: world.unixNow() };
  const stored = world.messages.get(before.chat.id, before.message_id);
  world.messages.put({ ...stored, message, editedAt: world.clock.now().toISOString() });
  return message;
}

/** The message without the named fields. */
export function without<K extends keyof Message>(message: Message, fields: readonly K[]): Omit<Message, K> {
  const copy: Partial<Message> = { ...message };
  for (const field of fields) delete copy[field];
  return copy as Omit<Message, K>;
}
