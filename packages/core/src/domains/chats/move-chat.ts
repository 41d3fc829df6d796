import { schema } from "@stsphera/db";
import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { type Change, command, nonEmpty, notFound, updateRow } from "../../kernel/index.ts";
import { assertChatJob } from "./chat-job.ts";
import { chatPlace } from "./chat-place.ts";
import { endChat } from "./end-chat.ts";
import { atPlace } from "./insert-chat.ts";
import { subjectOf } from "./load-chat.ts";

const { objectChats } = schema;
const { chatId } = chatPlace.shape;

/** A group became a supergroup, which has another id: its link goes there, unless the new one is linked already. */
export const moveLinkedChat = command({
  name: "chat.move",
  permissions: [],
  input: z.strictObject({ from: chatId, to: chatId }),
  load: async (tx, _ctx, { from }) => {
    const open = and(eq(objectChats.chatId, from), isNull(objectChats.endedAt));
    const chats = await tx.select().from(objectChats).where(open).orderBy(asc(objectChats.id)).for("update");
    if (chats.length === 0) throw notFound();
    return chats;
  },
  authorize: (ctx) => assertChatJob(ctx),
  execute: async (tx, { ctx, input: { to }, target: chats }) => {
    const changes: Change[] = [];
    for (const chat of chats) {
      const [taken] = await tx
        .select({ id: objectChats.id })
        .from(objectChats)
        .where(atPlace(to, chat.threadId));
      if (taken !== undefined) {
        changes.push(await endChat(tx, chat, "merged", ctx.now));
        continue;
      }
      await updateRow(tx, objectChats, chat, { chatId: to });
      changes.push({ ...subjectOf(chat), before: { chatId: chat.chatId }, after: { chatId: to } });
    }
    return {
      result: { moved: chats.map(({ id }) => id) },
      changes: nonEmpty(changes),
      events: chats.map((chat) => ({
        ...subjectOf(chat),
        type: "chat.moved" as const,
        payload: { title: chat.title },
      })),
    };
  },
});
