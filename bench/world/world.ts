import type { Sql } from "@stsphera/db";

/** Two sizes of the same company: the demo story, and two hundred objects with a million ledger rows. */
export type Size = "S" | "L";

/** The time at which all clocks of the benchmark are stopped: a Tuesday, 10:00 in Moscow. */
export const NOW = new Date("2026-09-08T07:00:00.000Z");
export const TODAY = "2026-09-08";

/** An active object with its manager and foreman. */
export type Site = { objectId: number; managerId: number; foremanId: number };

export type World = {
  size: Size;
  url: string;
  /** For slow, obvious queries. */
  sql: Sql;
  directorId: number;
  adminId: number;
  /** At most twenty objects, spread over all. */
  sites: Site[];
};
