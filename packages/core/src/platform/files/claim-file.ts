import type { FilePurpose } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";

export type ClaimedFile = {
  id: number;
  purpose: FilePurpose;
  source: "upload" | "telegram";
  storageKey: string;
  telegramFileId: string | null;
  name: string;
  /** As announced; null for a file at Telegram. */
  contentType: string | null;
  sha256: string | null;
  size: number | null;
  /** Failed attempts so far. */
  attempts: number;
  /** How often it was claimed, this time included. */
  claims: number;
  timeZone: string;
};

export const LEASE_SECONDS = 45;

/**
 * Claims a file to process while its lease is prolonged; the file of a killed process is claimed by another. The claim
 * is counted before anything is read, so that a file that kills its worker is known by its count. Attempts and leases use the database's own clock, which goes on while the product's clock is stopped.
 */
export async function claimFile({ sql }: Database): Promise<ClaimedFile | null> {
  const [file] = await sql<ClaimedFile[]>`
    update files f set next_attempt_at = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second',
      claims = f.claims + 1
    from objects o
    where o.id = f.object_id and f.id = (
      select id from files
      where status in ('awaiting', 'stored') and (status = 'stored' or source = 'telegram')
        and (next_attempt_at is null or next_attempt_at <= clock_timestamp())
      order by next_attempt_at nulls first, id limit 1 for update skip locked)
    returning f.id, f.purpose, f.source, f.storage_key as "storageKey", f.telegram_file_id as "telegramFileId",
      f.name, f.content_type as "contentType", f.sha256, f.size, f.attempts, f.claims, o.time_zone as "timeZone"`;
  return file ?? null;
}

export async function prolongFile({ sql }: Database, fileId: number): Promise<void> {
  await sql`
    update files set next_attempt_at = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    where id = ${fileId} and status in ('awaiting', 'stored')`;
}

/** Counts a failed attempt and postpones the next. */
export async function postponeFile({ sql }: Database, fileId: number, milliseconds: number): Promise<void> {
  await sql`
    update files set attempts = attempts + 1,
      next_attempt_at = clock_timestamp() + ${milliseconds} * interval '1 millisecond'
    where id = ${fileId} and status in ('awaiting', 'stored')`;
}

/** Releases a file without counting an attempt or the claim. */
export async function releaseFile({ sql }: Database, fileId: number): Promise<void> {
  await sql`
    update files set next_attempt_at = clock_timestamp(), claims = claims - 1
    where id = ${fileId} and status in ('awaiting', 'stored')`;
}
