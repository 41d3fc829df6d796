import { badRequest } from "../errors.ts";
import { chatForReading } from "./chat-access.ts";
import type { Method } from "./method.ts";

const deletableSeconds = 48 * 3600;

export const deleteMessage: Method = {
  parameters: ["chat_id", "message_id"],
  run(world, input) {
    const chat = chatForReading(world, input);
    const stored = world.messages.get(chat.id, input.messageId());
    if (!stored || stored.deleted) throw badRequest("message to delete not found");
    const { from, date } = stored.message;
    const foreign = chat.type !== "private" && from?.id !== world.bot.id;
    if (foreign) throw badRequest("message can't be deleted");
    if (world.unixNow() - date > deletableSeconds) throw badRequest("message can't be deleted for everyone");
    world.messages.put({ ...stored, deleted: true });
    return true;
  },
};
