import type { Running } from "./running.ts";
import { until } from "./until.ts";

/** Waits until every update is processed, every event relayed and every message sent. */
export async function settled({ sql }: Running, seconds: number): Promise<void> {
  await until(
    "everything worked and sent",
    async () => {
      const [row] = await sql<{ open: number }[]>`
        select (select count(*) from bot_updates where done_at is null)::int
          + (select count(*) from outbox where relayed_at is null)::int
          + (select count(*) from deliveries where status in ('queued', 'sending'))::int as open`;
      return row?.open === 0 ? true : undefined;
    },
    { seconds, everyMs: 500 },
  );
}
