import { id, unlinkChatInput } from "@stsphera/contracts";
import { z } from "zod";
import { assertVersion, command } from "../../kernel/index.ts";
import { endChat } from "./end-chat.ts";
import { assertLinked, assertManagesChats, lockChat, subjectOf } from "./load-chat.ts";
import { readChat } from "./present-chat.ts";

/** Unlinks a chat from its object. */
export const unlinkChat = command({
  name: "chat.unlink",
  permissions: ["chat.link"],
  input: z.strictObject({ linkId: id, ...unlinkChatInput.shape }),
  load: (tx, ctx, { linkId }) => lockChat(tx, ctx, linkId),
  authorize: (ctx, { object, chat }, { version }) => {
    assertManagesChats(ctx, object);
    assertLinked(chat);
    assertVersion(chat, version);
  },
  execute: async (tx, { ctx, target: { chat } }) => {
    const change = await endChat(tx, chat, "unlinked", ctx.now);
    const { title, topic } = chat;
    return {
      result: await readChat(tx, chat.id),
      changes: [change],
      events: [{ ...subjectOf(chat), type: "chat.unlinked", payload: { title, topic } }],
    };
  },
});
