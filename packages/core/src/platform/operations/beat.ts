import type { Database } from "@stsphera/db";

/**
 * Pause between two heartbeats. Together with `archive_timeout` of the database it bounds what a loss of the machine
 * costs: the newest row in a backup is at most this and that timeout old (docs/backups.md).
 */
export const HEARTBEAT_MS = 20_000;

/**
 * Writes a heartbeat with the position of the write-ahead log and what else the process says of itself, unless another process did so within half the pause.
 * Returns whether it wrote.
 */
export async function beat(
  { read }: Pick<Database, "read">,
  now: Date,
  details: Readonly<Record<string, unknown>> = {},
): Promise<boolean> {
  const rows = await read(
    `insert into ops_records (kind, at, ok, details)
     select 'heartbeat', $1::timestamptz, true, jsonb_build_object('lsn', pg_current_wal_insert_lsn()::text) || $3::text::jsonb
     where not exists (
       select 1 from ops_records where kind = 'heartbeat' and at > $2::timestamptz and at <= $1::timestamptz)
     returning id`,
    [now.toISOString(), new Date(now.getTime() - HEARTBEAT_MS / 2).toISOString(), JSON.stringify(details)],
  );
  return rows.length > 0;
}
