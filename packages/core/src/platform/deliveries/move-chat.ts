import type { Sql } from "@stsphera/db";

/**
 * A group became a supergroup, which has another id: what waits for it is sent there, and its dialogues go on. Its
 * cards are sent anew, because messages have other ids there; what its updates still hold is processed as received.
 */
export async function moveChat(sql: Sql, from: string, to: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`
      update deliveries set chat_id = ${to}::bigint, status = 'queued', params = params - 'message_id' - 'chat_id',
        method = case method when 'editMessageText' then 'sendMessage' else method end
      where chat_id = ${from}::bigint and status in ('queued', 'sending')`;
    await tx`delete from chat_cards where chat_id = ${from}::bigint`;
    await tx`
      insert into bot_dialogues (chat_id, user_id, state, updated_at, version)
      select ${to}::bigint, user_id, state, updated_at, version from bot_dialogues where chat_id = ${from}::bigint
      on conflict (chat_id, user_id) do nothing`;
    await tx`delete from bot_dialogues where chat_id = ${from}::bigint`;
  });
}
