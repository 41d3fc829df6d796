import { findPerson, type Person } from "../../people/people.ts";
import type { Chat } from "../../world/model.ts";
import { groupChat, privateChat, type World } from "../../world/world.ts";
import { knownPerson } from "../dependencies.ts";
import { notFound, Problem } from "../problem.ts";

/** The user and the chat they write to: their private chat, or a group they are a member of. */
export function senderIn(world: World, chatId: number, from: number): { person: Person; chat: Chat } {
  const person = knownPerson(from);
  if (findPerson(chatId)) {
    if (chatId !== from) throw new Problem(400, "from: this is another person's chat");
    if (world.stateOf(person).blocked) throw new Problem(400, "from: the person has blocked the bot");
    return { person, chat: privateChat(person) };
  }
  const group = world.groups.get(chatId);
  if (!group) throw notFound(`chat ${chatId}`);
  if (group.migratedTo !== undefined)
    throw new Problem(400, `the group is now the supergroup ${group.migratedTo}`);
  if (!group.members.includes(from)) throw new Problem(400, "from: not a member of the group");
  return { person, chat: groupChat(group) };
}
