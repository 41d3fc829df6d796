import type { Person } from "../people/people.ts";
import { privateChat, userOf, type World } from "./world.ts";

/** The `my_chat_member` update of a user who blocks or unblocks the bot. */
export function memberChange(world: World, person: Person, blocked: boolean): object {
  const member = { user: world.bot, status: "member" };
  const kicked = { user: world.bot, status: "kicked", until_date: 0 };
  return {
    chat: privateChat(person),
    from: userOf(person),
    date: world.unixNow(),
    old_chat_member: blocked ? member : kicked,
    new_chat_member: blocked ? kicked : member,
  };
}
