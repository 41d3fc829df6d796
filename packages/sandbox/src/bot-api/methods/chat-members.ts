import { findPerson } from "../../people/people.ts";
import type { Chat, User } from "../../world/model.ts";
import { userOf, type World } from "../../world/world.ts";
import { badRequest } from "../errors.ts";
import { chatForReading } from "./chat-access.ts";
import type { Method } from "./method.ts";

export type ChatMember = { user: User; status: "creator" | "member" | "left" | "kicked" } & Record<
  string,
  unknown
>;

/** How a user stands in a chat, as the Bot API describes it. */
export function memberOf(world: World, chat: Chat, userId: number): ChatMember {
  if (userId === world.bot.id) return { user: world.bot, status: "member" };
  const person = findPerson(userId);
  if (!person) throw badRequest("PARTICIPANT_ID_INVALID");
  const user = userOf(person);
  const group = world.groups.get(chat.id);
  const member = group ? group.members.includes(userId) : chat.id === userId;
  if (!member) return { user, status: "left" };
  return group?.createdBy === userId
    ? { user, status: "creator", is_anonymous: false }
    : { user, status: "member" };
}

export const getChatMember: Method = {
  parameters: ["chat_id", "user_id"],
  run(world, input) {
    const chat = chatForReading(world, input);
    const userId = input.integer("user_id");
    if (userId === undefined) throw badRequest("invalid user_id specified");
    return memberOf(world, chat, userId);
  },
};

export const getChatAdministrators: Method = {
  parameters: ["chat_id"],
  run(world, input) {
    const chat = chatForReading(world, input);
    const group = world.groups.get(chat.id);
    if (!group) throw badRequest("there are no administrators in the private chat");
    return [memberOf(world, chat, group.createdBy)];
  },
};
