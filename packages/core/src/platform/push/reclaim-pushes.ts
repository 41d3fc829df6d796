import type { Sql } from "@stsphera/db";
import { MAX_PUSH_ATTEMPTS } from "./push-terms.ts";
import { unring } from "./settle-push.ts";

const LEASE_SECONDS = 30;
const DIED = "nothing was reported back";

/**
 * Requeues pushes whose process died before reporting back; the browser shows one that comes twice once, by its tag. One
 * that has ended so each time is not tried again, and its message makes its sound in the chat.
 */
export async function reclaimPushes(sql: Sql): Promise<number> {
  return sql.begin(async (tx) => {
    const rows = await tx<{ status: string; deliveryId: string | null }[]>`
      update push_messages set status = case when attempts < ${MAX_PUSH_ATTEMPTS} then 'queued' else 'failed' end,
        error = case when attempts < ${MAX_PUSH_ATTEMPTS} then error else ${DIED} end
      where status = 'sending' and claimed_at < clock_timestamp() - ${LEASE_SECONDS} * interval '1 second'
      returning status, delivery_id::text as "deliveryId"`;
    for (const { status, deliveryId } of rows) if (status === "failed") await unring(tx, deliveryId);
    return rows.length;
  }) as Promise<number>;
}
