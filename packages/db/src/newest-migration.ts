import journal from "../migrations/meta/_journal.json" with { type: "json" };

/** When the newest migration that this code knows was made, in ms; `drizzle.__drizzle_migrations.created_at` of a database that is up to date. */
export const NEWEST_MIGRATION: number = Math.max(...journal.entries.map((entry) => entry.when));
