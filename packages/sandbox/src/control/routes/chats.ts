import { Hono } from "hono";
import { z } from "zod";
import { scopesFor } from "../../bot-api/methods/command-scope.ts";
import { menuButtonOf } from "../../bot-api/methods/chat-menu-button.ts";
import { findPerson, people } from "../../people/people.ts";
import { privateChat, type World } from "../../world/world.ts";
import type { Chat } from "../../world/model.ts";
import type { ControlDependencies, ControlEnv } from "../dependencies.ts";
import { messageView } from "../message-view.ts";
import { notFound, readId, readQuery } from "../problem.ts";

const menuQuery = z.strictObject({ userId: z.coerce.number().int().optional() });

/** Chats, their messages as users see them, and their menus. */
export function chatRoutes({ world }: ControlDependencies): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();
  app.get("/chats", (c) => c.json([...privateChats(world), ...groupChats(world)]));

  app.get("/chats/:chatId/messages", (c) => {
    const id = readId(c, "chatId");
    if (!findPerson(id) && !world.groups.get(id)) throw notFound(`chat ${id}`);
    return c.json(world.messages.list(id).map(messageView));
  });

  app.get("/chats/:chatId/menu", (c) => {
    const id = readId(c, "chatId");
    const person = findPerson(id);
    if (!person && !world.groups.get(id)) throw notFound(`chat ${id}`);
    const userId = readQuery(c, menuQuery).userId ?? id;
    const keys = scopesFor({ id, private: person !== undefined }, userId).flatMap((scope) => [
      `${scope}|ru`,
      `${scope}|`,
    ]);
    const commands = keys.map((key) => world.commands.get(key)).find((list) => list !== undefined) ?? [];
    return c.json({ commands, menuButton: person ? menuButtonOf(world, id) : { type: "commands" } });
  });

  return app;
}

function privateChats(world: World) {
  return people.map((person) => {
    const { started, blocked } = world.stateOf(person);
    return { ...chatView(world, privateChat(person)), started, blocked };
  });
}

function groupChats(world: World) {
  return world.groups
    .values()
    .map(({ id, type, title, forum, members, admins, createdBy, bot, topics, migratedTo }) => ({
      ...chatView(world, { id, type, title }),
      forum,
      members,
      admins,
      createdBy,
      bot,
      topics: topics.filter(({ deleted }) => !deleted),
      ...(migratedTo === undefined ? {} : { migratedTo }),
    }));
}

function chatView(world: World, { id, type, title, first_name: first, last_name: last }: Chat) {
  const newest = world.messages.last(id);
  return {
    id,
    type,
    title: title ?? `${first} ${last}`,
    lastMessage: newest ? messageView(newest) : null,
  };
}
