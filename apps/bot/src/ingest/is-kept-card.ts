import type { Update } from "@stsphera/telegram";
import type { Services } from "../engine/services.ts";

/** Cards that stay as they are when their buttons are pressed: each button of theirs answers a part of them. */
const KEPT = ["digest.morning:", "fact.evening:", "fact.missing:"];

/** Whether the message whose button was pressed is such a card. */
export async function isKeptCard({ db }: Services, update: Update, chatId: string): Promise<boolean> {
  const messageId = update.callback_query?.message?.message_id;
  if (messageId === undefined) return false;
  const rows = await db.read<{ key: string }>(
    `select card_key as key from chat_cards where chat_id = $1::bigint and message_id = $2::int`,
    [chatId, messageId],
  );
  return rows.some(({ key }) => KEPT.some((name) => key.startsWith(name)));
}
