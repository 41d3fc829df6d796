import journal from "../migrations/meta/_journal.json" with { type: "json" };

/**
 * Creation time of the newest migration known to this code, in ms; equals `drizzle.__drizzle_migrations.created_at`
 * of an up-to-date database.
 */
export const NEWEST_MIGRATION: number = Math.max(...journal.entries.map((entry) => entry.when));
