import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, notFound, updateRow } from "../../kernel/index.ts";
import { assertChatJob } from "./chat-job.ts";
import { endChat } from "./end-chat.ts";
import { atPlace } from "./insert-chat.ts";
import { subjectOf } from "./load-chat.ts";

const { objectChats } = schema;

/**
 * The topic of a link is gone: its news go to the general topic of the chat, or, where that has an object of its own,
 * nowhere. The project managers are told, once.
 */
export const loseTopic = command({
  name: "chat.lose_topic",
  permissions: [],
  input: z.strictObject({ linkId: id }),
  load: async (tx, _ctx, { linkId }) => {
    const [chat] = await tx.select().from(objectChats).where(eq(objectChats.id, linkId)).for("update");
    if (chat === undefined || chat.endedAt !== null || chat.threadId === null) throw notFound();
    return chat;
  },
  authorize: (ctx) => assertChatJob(ctx),
  execute: async (tx, { ctx, target: chat }) => {
    const { threadId, topic, title } = chat;
    const [taken] = await tx
      .select({ id: objectChats.id })
      .from(objectChats)
      .where(atPlace(chat.chatId, null));
    const ended = taken !== undefined;
    const after = { threadId: null, topic: null };
    const change = ended
      ? await endChat(tx, chat, "topic_deleted", ctx.now)
      : { ...subjectOf(chat), before: { threadId, topic }, after };
    if (!ended) await updateRow(tx, objectChats, chat, after);
    return {
      result: { ended },
      changes: [change],
      events: [{ ...subjectOf(chat), type: "chat.topic_lost", payload: { title, topic, ended } }],
    };
  },
});
