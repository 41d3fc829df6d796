import { id, RELINK_MINUTES, unlinkChatInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { z } from "zod";
import { assertVersion, command, DomainError, updateRow } from "../../kernel/index.ts";
import { assertFree } from "./insert-chat.ts";
import { assertMayLink, lockChat, subjectOf } from "./load-chat.ts";
import { readChat } from "./present-chat.ts";

/** Takes the unlinking of a chat back within ten minutes, where the chat was not linked anew. */
export const relinkChat = command({
  name: "chat.relink",
  permissions: ["chat.link"],
  input: z.strictObject({ linkId: id, ...unlinkChatInput.shape }),
  load: (tx, ctx, { linkId }) => lockChat(tx, ctx, linkId),
  authorize: (ctx, { object, chat }, { version }) => {
    assertMayLink(ctx, object);
    assertVersion(chat, version);
    const age = chat.endedAt === null ? Infinity : ctx.now.getTime() - chat.endedAt.getTime();
    if (chat.endReason !== "unlinked" || age > RELINK_MINUTES * 60_000)
      throw new DomainError("conflict", { sentence: "chat_not_back" });
  },
  execute: async (tx, { target: { chat } }) => {
    await assertFree(tx, chat);
    const after = { endedAt: null, endReason: null };
    await updateRow(tx, schema.objectChats, chat, after);
    const { title, topic, endedAt, endReason } = chat;
    return {
      result: await readChat(tx, chat.id),
      changes: [{ ...subjectOf(chat), before: { endedAt, endReason }, after }],
      events: [{ ...subjectOf(chat), type: "chat.relinked", payload: { title, topic } }],
    };
  },
});
