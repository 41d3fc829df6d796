import { id, type LinkedChat, type LinkedChatList } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, query } from "../../kernel/index.ts";
import { CHAT_COLUMNS, CHAT_TABLES } from "./present-chat.ts";

/** Linked ones first, then those that ended lately by themselves. */
const STATEMENT = `
  select ${CHAT_COLUMNS} from ${CHAT_TABLES}
  where c.object_id = $1 and (c.ended_at is null
    or c.end_reason in ('removed', 'topic_deleted') and c.ended_at > $2::timestamptz - interval '30 days')
  order by c.ended_at desc nulls first, c.id`;

/** The chats of an object, and those that were lost within 30 days. */
export const listObjectChats = query({
  name: "chat.list",
  permissions: ["chat.link"],
  input: z.strictObject({ objectId: id }),
  read: async (ctx, { objectId }): Promise<LinkedChatList> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "chat.link", { objectId })) throw forbidden("chat.link");
    return { items: await ctx.db.read<LinkedChat>(STATEMENT, [objectId, ctx.now.toISOString()]) };
  },
});
