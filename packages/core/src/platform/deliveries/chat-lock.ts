import type { RawTransaction } from "./telegram-limits.ts";

const CHAT_LOCKS = 727_402;

/** Takes the lock under which messages of a chat are claimed, until the end of the transaction; false when another has it. */
export async function tryChatLock(tx: RawTransaction, chatId: string): Promise<boolean> {
  const [lock] = await tx<{ got: boolean }[]>`
    select pg_try_advisory_xact_lock(${CHAT_LOCKS}, hashtext(${chatId})) as got`;
  return lock?.got === true;
}

/** Waits for that lock: who looks at a message meanwhile would make its chat skip it. */
export async function chatLockOf(tx: RawTransaction, deliveryId: string): Promise<void> {
  await tx`
    select pg_advisory_xact_lock(${CHAT_LOCKS}, hashtext(chat_id::text)) from deliveries where id = ${deliveryId}`;
}
