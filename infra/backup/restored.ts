import type { Sql } from "@stsphera/db";

/** The owner's address, on the host (and port) of the restored database. */
export function restoredUrl(ownerUrl: string, address = "restored"): string {
  const url = new URL(ownerUrl);
  url.host = address;
  return url.href;
}

/** The newest heartbeat that the archive held: those written to the log before its end. */
export async function newestHeartbeat(sql: Sql, endOfArchive: string): Promise<Date | null> {
  const [row] = await sql<{ at: string | Date }[]>`
    select at from ops_records where kind = 'heartbeat' and (details->>'lsn')::pg_lsn < ${endOfArchive}::pg_lsn
    order by at desc limit 1`;
  return row === undefined ? null : new Date(row.at);
}
