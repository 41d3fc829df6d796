import type { ChatEnd } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { type Change, type Tx, updateRow } from "../../kernel/index.ts";
import type { ChatRow } from "./chat-place.ts";
import { subjectOf } from "./load-chat.ts";

/** Ends a link; what waits for the chat is not sent any more. */
export async function endChat(tx: Tx, chat: ChatRow, why: ChatEnd, now: Date): Promise<Change> {
  const after = { endedAt: now, endReason: why };
  await updateRow(tx, schema.objectChats, chat, after);
  return { ...subjectOf(chat), before: { endedAt: null, endReason: null }, after };
}
