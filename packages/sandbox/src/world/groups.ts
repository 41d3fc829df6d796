import type { Person } from "../people/people.ts";
import type { Group, Message, Topic, User } from "./model.ts";
import { anonymousAdmin, groupChat, userOf, type World } from "./world.ts";

type NewGroup = {
  title: string;
  persons: readonly Person[];
  forum: boolean;
  supergroup?: boolean | undefined;
  /** Administrators besides the creator. */
  admins?: readonly number[] | undefined;
};

/** Creates a group with the bot; the bot is notified as in Telegram. The first person is its creator. */
export function createGroup(
  world: World,
  { title, persons, forum, supergroup, admins = [] }: NewGroup,
): Group {
  const [creator] = persons;
  if (!creator) throw new Error("A group needs a member");
  return world.store.transaction(() => {
    const number = world.groups.size + 1;
    const isSupergroup = forum || supergroup === true;
    const members = persons.map((person) => person.id);
    const group: Group = {
      id: isSupergroup ? supergroupId(number) : -(4_000_000 + number),
      type: isSupergroup ? "supergroup" : "group",
      title,
      forum,
      members,
      admins: [creator.id, ...members.filter((id) => id !== creator.id && admins.includes(id))],
      createdBy: creator.id,
      bot: "member",
      topics: [],
    };
    world.groups.set(group.id, group);
    const event = { chat: groupChat(group), from: userOf(creator), date: world.unixNow() };
    tellOfBot(world, group, userOf(creator), ["left", "member"]);
    announce(world, group, {
      ...event,
      ...(isSupergroup ? { supergroup_chat_created: true } : { group_chat_created: true }),
    });
    announce(world, group, { ...event, new_chat_members: [world.bot] });
    return group;
  });
}

/** Upgrades a group to a supergroup; the old chat only points to the new one. */
export function migrateGroup(world: World, group: Group): Group {
  return world.store.transaction(() => {
    const successor: Group = { ...group, id: supergroupId(world.groups.size + 1), type: "supergroup" };
    world.groups.set(successor.id, successor);
    const event = { from: anonymousAdmin, date: world.unixNow() };
    announce(world, group, {
      ...event,
      sender_chat: groupChat(group),
      chat: groupChat(group),
      migrate_to_chat_id: successor.id,
    });
    announce(world, successor, {
      ...event,
      sender_chat: groupChat(successor),
      chat: groupChat(successor),
      migrate_from_chat_id: group.id,
    });
    world.groups.set(group.id, { ...group, migratedTo: successor.id });
    return successor;
  });
}

/** Adds the bot to a group, or removes it, by a member; nothing when it is so already. */
export function setBot(world: World, group: Group, by: Person, isIn: boolean): Group {
  const bot = isIn ? "member" : "kicked";
  if (group.bot === bot) return group;
  return world.store.transaction(() => {
    const changed = world.groups.set(group.id, { ...group, bot });
    const event = { chat: groupChat(group), from: userOf(by), date: world.unixNow() };
    tellOfBot(world, group, userOf(by), [group.bot, bot]);
    if (isIn) announce(world, changed, { ...event, new_chat_members: [world.bot] });
    // A bot that was removed sees no message of the group any more.
    else world.messages.add({ ...event, left_chat_member: world.bot });
    return changed;
  });
}

/** Opens a topic of a forum. */
export function createTopic(world: World, group: Group, by: Person, name: string): Topic {
  return world.store.transaction(() => {
    const event = { chat: groupChat(group), from: userOf(by), date: world.unixNow() };
    const created = world.messages.add({
      ...event,
      forum_topic_created: { name, icon_color: 7_322_096 },
    });
    const message = { ...created, message_thread_id: created.message_id, is_topic_message: true as const };
    world.messages.put({ message });
    if (group.bot === "member") world.updates.push("message", message);
    const topic: Topic = { id: created.message_id, name };
    world.groups.set(group.id, { ...group, topics: [...group.topics, topic] });
    return topic;
  });
}

/** Deletes a topic with its messages; Telegram tells the bot nothing of it. */
export function deleteTopic(world: World, group: Group, topicId: number): void {
  world.store.transaction(() => {
    const topics = group.topics.map((topic) =>
      topic.id === topicId ? { ...topic, deleted: true as const } : topic,
    );
    world.groups.set(group.id, { ...group, topics });
    for (const stored of world.messages.list(group.id)) {
      if (stored.message.message_thread_id === topicId) world.messages.put({ ...stored, deleted: true });
    }
  });
}

function tellOfBot(world: World, group: Group, from: User, [before, after]: readonly [string, string]): void {
  world.updates.push("my_chat_member", {
    chat: groupChat(group),
    from,
    date: world.unixNow(),
    old_chat_member: { user: world.bot, status: before, ...until(before) },
    new_chat_member: { user: world.bot, status: after, ...until(after) },
  });
}

const until = (status: string): object => (status === "kicked" ? { until_date: 0 } : {});

function announce(world: World, group: Group, draft: Omit<Message, "message_id">): void {
  const message = world.messages.add(draft);
  if (group.bot === "member") world.updates.push("message", message);
}

function supergroupId(number: number): number {
  return -(1_002_000_000_000 + number);
}
