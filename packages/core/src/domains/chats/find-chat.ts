import type { LinkedChat } from "@stsphera/contracts";
import { z } from "zod";
import { instantText, query } from "../../kernel/index.ts";
import { assertChatJob } from "./chat-job.ts";
import { chatPlace } from "./chat-place.ts";
import { CHAT_COLUMNS, CHAT_TABLES } from "./present-chat.ts";

export type FoundChat = LinkedChat & { objectName: string; timeZone: string };

/** What else is known of a place: links of topics of the chat, when its own link last began or ended, a link that was lost. */
export type ChatHistory = {
  topics: { topic: string | null; objectName: string }[];
  changedAt: string | null;
  /** The newest link of the chat ended when the bot was removed from it. */
  wasLost: boolean;
};

/** The link of a topic, before that of its chat. */
const STATEMENT = `
  select ${CHAT_COLUMNS}, o.name as "objectName", o.time_zone as "timeZone"
  from ${CHAT_TABLES} join objects o on o.id = c.object_id
  where c.chat_id = $1::bigint and c.ended_at is null and (c.thread_id is null or c.thread_id = $2::int)
  order by c.thread_id nulls last limit 1`;

/** $1 chat · $2 topic */
const HISTORY = `
  select
    coalesce((select json_agg(json_build_object('topic', c.topic, 'objectName', o.name) order by c.id)
      from object_chats c join objects o on o.id = c.object_id
      where c.chat_id = $1::bigint and c.ended_at is null and c.thread_id is not null and $2::int is null), '[]') as topics,
    (select ${instantText("max(greatest(c.linked_at, c.ended_at))")} from object_chats c
      where c.chat_id = $1::bigint and c.thread_id is not distinct from $2::int) as "changedAt",
    coalesce((select c.end_reason = 'removed' from object_chats c where c.chat_id = $1::bigint
      order by c.id desc limit 1), false) as "wasLost"`;

/** To which object a chat is linked, for the chat itself; null when it is to none. */
export const findChat = query({
  name: "chat.find",
  permissions: [],
  input: z.strictObject({ chatId: chatPlace.shape.chatId, threadId: chatPlace.shape.threadId }),
  read: async (ctx, { chatId, threadId }): Promise<{ chat: FoundChat | null } & ChatHistory> => {
    assertChatJob(ctx);
    const [chat] = await ctx.db.read<FoundChat>(STATEMENT, [chatId, threadId]);
    const [history] = await ctx.db.read<ChatHistory>(HISTORY, [chatId, threadId]);
    if (history === undefined) throw new Error("the history of a chat was not read");
    return { chat: chat ?? null, ...history };
  },
});
