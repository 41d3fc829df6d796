import type { Sql } from "@stsphera/db";
import type { Update } from "@stsphera/telegram";

export type WaitingUpdate = {
  update: Update;
  /** Includes this attempt: it is counted beforehand, so that a crash counts, too. */
  attempts: number;
};

/** The oldest waiting update of a chat; its attempt is counted at once. */
export async function nextUpdate(sql: Sql, chatId: string): Promise<WaitingUpdate | null> {
  const [row] = await sql<{ payload: Update; attempts: number }[]>`
    update bot_updates set attempts = attempts + 1
    where update_id = (
      select update_id from bot_updates where chat_id = ${chatId} and done_at is null order by update_id limit 1)
    returning payload, attempts`;
  return row === undefined ? null : { update: row.payload, attempts: row.attempts };
}
