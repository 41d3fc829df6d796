import type { Person } from "../people/people.ts";
import type { Group, Message } from "./model.ts";
import { groupChat, userOf, type World } from "./world.ts";

type NewGroup = { title: string; persons: readonly Person[]; forum: boolean };

/** Creates a group with the bot; the bot is notified as in Telegram. */
export function createGroup(world: World, { title, persons, forum }: NewGroup): Group {
  const [creator] = persons;
  if (!creator) throw new Error("A group needs a member");
  return world.store.transaction(() => {
    const number = world.groups.size + 1;
    const group: Group = {
      id: forum ? supergroupId(number) : -(4_000_000 + number),
      type: forum ? "supergroup" : "group",
      title,
      forum,
      members: persons.map((person) => person.id),
      createdBy: creator.id,
    };
    world.groups.set(group.id, group);
    const event = { chat: groupChat(group), from: userOf(creator), date: world.unixNow() };
    world.updates.push("my_chat_member", {
      ...event,
      old_chat_member: { user: world.bot, status: "left" },
      new_chat_member: { user: world.bot, status: "member" },
    });
    announce(world, {
      ...event,
      ...(forum ? { supergroup_chat_created: true } : { group_chat_created: true }),
    });
    announce(world, { ...event, new_chat_members: [world.bot] });
    return group;
  });
}

/** Upgrades a group to a supergroup; the old chat only points to the new one. */
export function migrateGroup(world: World, group: Group): Group {
  return world.store.transaction(() => {
    const successor: Group = { ...group, id: supergroupId(world.groups.size + 1), type: "supergroup" };
    world.groups.set(successor.id, successor);
    const event = {
      from: { ...world.bot, id: 1087968824, username: "GroupAnonymousBot" },
      date: world.unixNow(),
    };
    announce(world, { ...event, chat: groupChat(group), migrate_to_chat_id: successor.id });
    announce(world, { ...event, chat: groupChat(successor), migrate_from_chat_id: group.id });
    world.groups.set(group.id, { ...group, migratedTo: successor.id });
    return successor;
  });
}

function announce(world: World, draft: Omit<Message, "message_id">): void {
  world.updates.push("message", world.messages.add(draft));
}

function supergroupId(number: number): number {
  return -(1_002_000_000_000 + number);
}
