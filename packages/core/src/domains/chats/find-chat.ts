import type { LinkedChat } from "@stsphera/contracts";
import { z } from "zod";
import { query } from "../../kernel/index.ts";
import { assertChatJob } from "./chat-job.ts";
import { chatPlace } from "./chat-place.ts";
import { CHAT_COLUMNS, CHAT_TABLES } from "./present-chat.ts";

export type FoundChat = LinkedChat & { objectName: string; timeZone: string };

/** The link of a topic, before that of its chat. */
const STATEMENT = `
  select ${CHAT_COLUMNS}, o.name as "objectName", o.time_zone as "timeZone"
  from ${CHAT_TABLES} join objects o on o.id = c.object_id
  where c.chat_id = $1::bigint and c.ended_at is null and (c.thread_id is null or c.thread_id = $2::int)
  order by c.thread_id nulls last limit 1`;

/** To which object a chat is linked, for the chat itself; null when it is to none. */
export const findChat = query({
  name: "chat.find",
  permissions: [],
  input: z.strictObject({ chatId: chatPlace.shape.chatId, threadId: chatPlace.shape.threadId }),
  read: async (ctx, { chatId, threadId }): Promise<{ chat: FoundChat | null }> => {
    assertChatJob(ctx);
    const [chat] = await ctx.db.read<FoundChat>(STATEMENT, [chatId, threadId]);
    return { chat: chat ?? null };
  },
});
