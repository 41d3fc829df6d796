import { sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";

const KEY = sql`hashtextextended('production_calendars', 0)`;

/**
 * Locks the calendars for sharing until the end of the transaction: listing working days and changing calendars
 * exclude each other.
 */
export async function shareCalendars(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${KEY})`);
}

/** Locks the calendars exclusively until the end of the transaction. Lock objects before. */
export async function lockCalendars(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${KEY})`);
}
