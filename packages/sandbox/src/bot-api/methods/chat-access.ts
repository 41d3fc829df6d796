import { findPerson } from "../../people/people.ts";
import type { Chat, Group } from "../../world/model.ts";
import { groupChat, privateChat, type World } from "../../world/world.ts";
import { BotApiError, badRequest, forbidden } from "../errors.ts";
import type { Input } from "../input.ts";

/** The id in `chat_id`; public @names are not supported. */
export function chatIdOf(input: Input): number {
  const text = input.text("chat_id") ?? "";
  if (text === "") throw badRequest("chat_id is empty");
  if (!/^-?\d{1,16}$/.test(text)) throw badRequest("chat not found");
  return Number(text);
}

/** The chat to write to; throws Telegram's error when the bot may not. */
export function chatForWriting(world: World, input: Input): Chat {
  const id = chatIdOf(input);
  const person = findPerson(id);
  if (!person) return groupChat(livingGroup(world, id));
  const { started, blocked } = world.stateOf(person);
  if (!started) throw forbidden("bot can't initiate conversation with a user");
  if (blocked) throw forbidden("bot was blocked by the user");
  return privateChat(person);
}

/** The chat to read. */
export function chatForReading(world: World, input: Input): Chat {
  const chat = world.findChat(chatIdOf(input));
  if (!chat) throw badRequest("chat not found");
  return chat;
}

/** The group in which the bot is; when it became a supergroup, the error names the new chat. */
export function livingGroup(world: World, id: number): Group {
  const group = world.groups.get(id);
  if (!group) throw badRequest("chat not found");
  if (group.bot === "kicked") {
    throw forbidden(`bot was kicked from the ${group.type === "group" ? "group" : "supergroup"} chat`);
  }
  if (group.migratedTo !== undefined) {
    throw new BotApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: group.migratedTo,
    });
  }
  return group;
}
