import { schema } from "@stsphera/db";
import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { type Change, command, nonEmpty, notFound } from "../../kernel/index.ts";
import { assertChatJob } from "./chat-job.ts";
import { chatPlace } from "./chat-place.ts";
import { endChat } from "./end-chat.ts";
import { subjectOf } from "./load-chat.ts";

const { objectChats } = schema;

/** Ends every link of a chat in which the bot is no more; its project managers are told, once. */
export const loseChat = command({
  name: "chat.lose",
  permissions: [],
  input: z.strictObject({ chatId: chatPlace.shape.chatId }),
  load: async (tx, _ctx, { chatId }) => {
    const open = and(eq(objectChats.chatId, chatId), isNull(objectChats.endedAt));
    const chats = await tx.select().from(objectChats).where(open).orderBy(asc(objectChats.id)).for("update");
    if (chats.length === 0) throw notFound();
    return chats;
  },
  authorize: (ctx) => assertChatJob(ctx),
  execute: async (tx, { ctx, target: chats }) => {
    const changes: Change[] = [];
    for (const chat of chats) changes.push(await endChat(tx, chat, "removed", ctx.now));
    return {
      result: { ended: chats.map(({ id }) => id) },
      changes: nonEmpty(changes),
      events: chats.map((chat) => ({
        ...subjectOf(chat),
        type: "chat.lost" as const,
        payload: { title: chat.title, topic: chat.topic },
      })),
    };
  },
});
