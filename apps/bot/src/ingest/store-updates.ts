import { type Database, schema } from "@stsphera/db";
import type { Update } from "@stsphera/telegram";
import { chatOf } from "./chat-of-update.ts";
import { storable } from "./storable.ts";

const { botUpdates, chatQueues } = schema;

/**
 * Stores updates before their receipt is confirmed; updates already stored are left unchanged. Returns the number of
 * new ones.
 */
export async function storeUpdates(
  db: Database,
  updates: readonly Update[],
  receivedAt: Date,
): Promise<number> {
  const rows = updates.flatMap((update) => {
    const chatId = chatOf(update);
    return chatId === null
      ? []
      : [{ updateId: update.update_id, chatId, payload: storable(update), receivedAt }];
  });
  if (rows.length === 0) return 0;
  const chats = [...new Set(rows.map((row) => row.chatId))].sort();
  return db.orm.transaction(async (tx) => {
    await tx
      .insert(chatQueues)
      .values(chats.map((chatId) => ({ chatId })))
      .onConflictDoNothing();
    const stored = await tx
      .insert(botUpdates)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: botUpdates.updateId });
    return stored.length;
  });
}
