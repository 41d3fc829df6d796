import { Hono } from "hono";
import type { ControlDependencies, ControlEnv } from "../dependencies.ts";
import { messageView } from "../message-view.ts";
import { readBody, readId } from "../problem.ts";
import { contentsOf } from "../sending/contents.ts";
import { sendBody } from "../sending/send-body.ts";
import { senderIn } from "../sending/sender.ts";
import { shallow } from "../../bot-api/methods/outgoing.ts";
import { newMediaGroupId, personMessage } from "../../world/person-message.ts";
import type { Group, Message } from "../../world/model.ts";
import { anonymousAdmin, userOf, type World } from "../../world/world.ts";
import { Problem } from "../problem.ts";

/** Sends as a user: each part becomes a message and an update; several photos or documents form an album. */
export function sendRoutes({ world }: ControlDependencies): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();
  app.post("/chats/:chatId/messages", async (c) => {
    const chatId = readId(c, "chatId");
    const body = await readBody(c, sendBody);
    const { person, chat } = senderIn(world, chatId, body.from);
    const replied = body.replyTo === undefined ? undefined : world.messages.get(chatId, body.replyTo);
    if (body.replyTo !== undefined && (!replied || replied.deleted)) {
      throw new Problem(400, `replyTo: message ${body.replyTo} not found`);
    }
    const group = world.groups.get(chatId);
    if (body.anonymous && !group?.admins.includes(body.from))
      throw new Problem(400, "anonymous: only an administrator of a group can be");
    const root = topicRoot(world, group, body.threadId);
    const sent = world.store.transaction(() => {
      if (chat.type === "private") world.setState(person, { started: true });
      const contents = contentsOf(world, person, body);
      const isAlbum = contents.length > 1;
      const envelope = {
        chat,
        from: body.anonymous ? anonymousAdmin : userOf(person),
        senderChat: body.anonymous ? chat : undefined,
        date: world.unixNow(),
        // What is written in a topic answers the message that created it, if no other.
        replyTo: replied ? shallow(replied.message) : root,
        threadId: body.threadId,
        forwarded: body.forward,
        albumId: isAlbum ? newMediaGroupId() : undefined,
      };
      return contents.map((content) => {
        const message = world.messages.add(personMessage(envelope, content));
        if (group === undefined || group.bot === "member") world.updates.push("message", message);
        return messageView({ message });
      });
    });
    return c.json({ messageIds: sent.map(({ messageId }) => messageId), messages: sent }, 201);
  });
  return app;
}

/** The message that created the topic; undefined for the general one. */
function topicRoot(
  world: World,
  group: Group | undefined,
  threadId: number | undefined,
): Message | undefined {
  if (threadId === undefined) return undefined;
  if (group?.forum !== true) throw new Problem(400, "threadId: the chat is not a forum");
  const topic = group.topics.find(({ id }) => id === threadId);
  if (topic === undefined || topic.deleted) throw new Problem(400, "threadId: there is no such topic");
  return world.messages.get(group.id, threadId)?.message;
}
