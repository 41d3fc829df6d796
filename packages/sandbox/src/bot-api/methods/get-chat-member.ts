import { findPerson } from "../../people/people.ts";
import type { Group } from "../../world/model.ts";
import { userOf, type World } from "../../world/world.ts";
import { badRequest } from "../errors.ts";
import { chatIdOf, livingGroup } from "./chat-access.ts";
import type { Method } from "./method.ts";

export const getChatMember: Method = {
  parameters: ["chat_id", "user_id"],
  run(world, input) {
    const group = livingGroup(world, chatIdOf(input));
    const userId = input.integer("user_id");
    if (userId === undefined) throw badRequest("invalid user_id specified");
    const user = userId === world.bot.id ? world.bot : userOfId(userId);
    return { user, status: statusOf(world, group, userId) };
  },
};

function userOfId(id: number) {
  const person = findPerson(id);
  if (!person) throw badRequest("PARTICIPANT_ID_INVALID");
  return userOf(person);
}

function statusOf(world: World, group: Group, userId: number): string {
  if (userId === world.bot.id) return group.bot;
  if (!group.members.includes(userId)) return "left";
  if (group.createdBy === userId) return "creator";
  return group.admins.includes(userId) ? "administrator" : "member";
}
