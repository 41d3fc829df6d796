import { sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";

const KEY = sql`hashtextextended('production_calendars', 0)`;

/** Holds the calendars as they are until the end: a person who lists working days by them waits for a person who changes them. */
export async function shareCalendars(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${KEY})`);
}

/** Waits for all who list working days, and keeps others out until the end. Locks of objects come first. */
export async function lockCalendars(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${KEY})`);
}
