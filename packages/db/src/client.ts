import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema/index.ts";
import { commandSettings, probeSettings, readSettings, type TimeLimits } from "./time-limits.ts";

export type Orm = PostgresJsDatabase<typeof schema>;
export type Sql = postgres.Sql;

export type Database = {
  /** Drizzle, for commands. */
  orm: Orm;
  /** Raw prepared statements that return JSON, for reads. */
  read: Reader;
  /** The raw client, for LISTEN and for bookkeeping tables. */
  sql: Sql;
  /** Reads on a connection of its own, for readiness: it answers while all others wait. */
  probe: Reader;
  close(): Promise<void>;
};

/**
 * Runs one prepared statement and returns its rows. `text` must be one of a bounded set, since each stays prepared.
 */
export type Reader = <R extends object>(text: string, params: readonly unknown[]) => Promise<R[]>;

export type DatabaseOptions = {
  /** Maximum connections of each of the two pools. */
  max?: number;
  applicationName?: string;
  /** Of a service, by the kind of its work; tools that run once take the time they need. */
  limits?: TimeLimits;
  /** Hears the text of every statement; for tests. */
  onStatement?: (text: string) => void;
};

/** Seconds before a lost connection is retried: the client's own delays grow to 20 s, during which requests hang. */
export const reconnectSeconds = (retries: number): number =>
  Math.min(1, 0.05 * 2 ** Math.min(retries, 10)) * (0.5 + Math.random() / 2);

/** For solid-state disks and a warm cache, where a random page costs little more than a sequential one. */
const PLANNED_FOR = { random_page_cost: "1.1" };

/**
 * Opens the two pools, one for drizzle, which changes the client's date parsers, one for raw reads, and the probe. Every statement
 * is prepared, except those with long lists of values. Reads use generic plans: with a parameter as limit PostgreSQL
 * would otherwise plan them on every call, which costs more than most of them.
 */
export function createDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { limits, onStatement } = options;
  const settings = {
    ...(onStatement === undefined ? {} : { debug: (_connection: number, text: string) => onStatement(text) }),
    max: options.max ?? 8,
    onnotice: () => undefined,
    connection: { application_name: options.applicationName ?? "stsphera" },
    settings: { ...PLANNED_FOR, ...(limits === undefined ? {} : commandSettings(limits)) },
    connect_timeout: 5,
    idle_timeout: 60,
    backoff: reconnectSeconds,
  };
  const ormClient = preparing(postgres(url, settings));
  const reading = {
    ...PLANNED_FOR,
    plan_cache_mode: "force_generic_plan",
    ...(limits === undefined ? {} : readSettings(limits)),
  };
  const sql = postgres(url, { ...settings, settings: reading });
  const probe = postgres(url, { ...settings, max: 1, settings: probeSettings() });
  return {
    orm: drizzle(ormClient, { schema, casing: "snake_case" }),
    sql,
    read: (text, params) => sql.unsafe(text, params as never[], { prepare: true }) as never,
    probe: (text, params) => probe.unsafe(text, params as never[], { prepare: true }) as never,
    close: async () => {
      await Promise.all([ormClient, sql, probe].map((client) => client.end({ timeout: 5 })));
    },
  };
}

/**
 * Statements with more parameters than this contain lists and so have many different texts: they are not kept
 * prepared.
 */
const KEPT_PARAMETERS = 48;

/** Drizzle uses `unsafe` without preparing; this turns preparing on, also in transactions. */
function preparing(client: postgres.Sql): postgres.Sql {
  return new Proxy(client, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (key === "unsafe") {
        return (text: string, params?: never[], options?: postgres.UnsafeQueryOptions) =>
          target.unsafe(text, params, { ...options, prepare: (params?.length ?? 0) <= KEPT_PARAMETERS });
      }
      if (key === "begin" || key === "savepoint") {
        return (...args: unknown[]) => {
          const work = args.pop() as (inner: postgres.Sql) => unknown;
          return (value as (...a: unknown[]) => unknown).call(target, ...args, (inner: postgres.Sql) =>
            work(preparing(inner)),
          );
        };
      }
      return value;
    },
  });
}
