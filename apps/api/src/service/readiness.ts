import type { Context } from "@stsphera/core";
import type { StoreState } from "@stsphera/service";

export type ServiceState = {
  /** True after the process was told to stop: no new requests should be sent to it. */
  stopping: boolean;
  /** Creation time of the newest migration that the code knows, in ms. */
  newestMigration: number;
};

export type Readiness = {
  ready: boolean;
  checks: { process: boolean; database: boolean; migrations: boolean; bucket: boolean };
  /** A store that is away makes nothing unready: files wait for it. */
  store: StoreState;
  /** Age of the oldest event not yet relayed; it shows the state of the scheduler, not of this process. */
  queueAgeSeconds: number | null;
};

type Db = Context["db"];
const APPLIED = "select max(created_at)::text as applied from drizzle.__drizzle_migrations";
const WAITING = `
  select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since
  from outbox where relayed_at is null order by id limit 1`;

/** Whether requests can be served: the database answers and its schema is as new as the code. */
export async function checkReadiness(
  db: Db,
  state: ServiceState,
  now: Date,
  store: StoreState,
  onError: (error: unknown) => void,
): Promise<Readiness> {
  const applied = await newestApplied(db, onError);
  const checks = {
    process: !state.stopping,
    database: applied !== null,
    migrations: (applied ?? 0) >= state.newestMigration,
    bucket: store !== "no_bucket",
  };
  const since = checks.migrations ? await waitingSince(db, onError) : null;
  const age = since === null ? null : now.getTime() - Date.parse(since);
  return {
    ready: Object.values(checks).every((good) => good),
    checks,
    store,
    queueAgeSeconds: age === null ? null : Math.max(0, Math.round(age / 1000)),
  };
}

/** 0 where nothing is migrated; null when the database does not answer. */
async function newestApplied(db: Db, onError: (error: unknown) => void): Promise<number | null> {
  try {
    const [row] = await db.probe<{ applied: string | null }>(APPLIED, []);
    return Number(row?.applied ?? 0);
  } catch (error) {
    if (isUndefinedTable(error)) return 0;
    onError(error);
    return null;
  }
}

/** Null also while the table is locked, which makes nothing unready. */
async function waitingSince(db: Db, onError: (error: unknown) => void): Promise<string | null> {
  try {
    const [row] = await db.probe<{ since: string }>(WAITING, []);
    return row?.since ?? null;
  } catch (error) {
    onError(error);
    return null;
  }
}

/** True when the database is reachable but has not been migrated. */
function isUndefinedTable(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "42P01" || error.code === "3F000");
}
