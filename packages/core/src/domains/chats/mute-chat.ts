import { id, muteChatInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { z } from "zod";
import { assertVersion, command, updateRow } from "../../kernel/index.ts";
import { assertLinked, assertManagesChats, lockChat, subjectOf } from "./load-chat.ts";
import { readChat } from "./present-chat.ts";

/** Chooses the categories of which a chat gets no copies. */
export const muteChat = command({
  name: "chat.mute",
  permissions: ["chat.link"],
  input: z.strictObject({ linkId: id, ...muteChatInput.shape }),
  load: (tx, ctx, { linkId }) => lockChat(tx, ctx, linkId),
  authorize: (ctx, { object, chat }, { version }) => {
    assertManagesChats(ctx, object);
    assertLinked(chat);
    assertVersion(chat, version);
  },
  execute: async (tx, { input, target: { chat } }) => {
    const muted = [...new Set(input.muted)].toSorted();
    await updateRow(tx, schema.objectChats, chat, { muted });
    return {
      result: await readChat(tx, chat.id),
      changes: [{ ...subjectOf(chat), before: { muted: chat.muted }, after: { muted } }],
      events: [{ ...subjectOf(chat), type: "chat.muted", payload: { muted } }],
    };
  },
});
