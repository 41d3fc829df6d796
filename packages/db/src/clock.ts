import type { Sql } from "./client.ts";

export type ProcessClock = {
  /** The time that the product lives by. */
  now(): Date;
  stop(): void;
};

export type ClockOptions = {
  sql: Sql;
  /** True in development only: time follows the row `sandbox.clock`. */
  sandbox: boolean;
  /** Told once when the row cannot be read, and again when that changes. */
  warn?: (message: string, error: unknown) => void;
};

const REFRESH_MS = 200;
const UNDEFINED_TABLE = "42P01";

type State = { offsetMs: number; frozenAt: Date | null };
type Row = { offset_ms: string; frozen_at: Date | string | null };

/** True when the environment asks for the development clock. Throws in production, where time is not to be moved. */
export function wantsSandboxClock(env: Readonly<Record<string, string | undefined>>): boolean {
  if (env["SANDBOX_CLOCK"] !== "1") return false;
  if (env["NODE_ENV"] === "production") throw new Error("SANDBOX_CLOCK is refused in production");
  return true;
}

/**
 * The time of a process: the real one, or in development the real one moved as `sandbox.clock` says, which is read
 * again every 200 ms. Without that table, or while the database is away, the last known state goes on.
 */
export async function createClock({ sql, sandbox, warn }: ClockOptions): Promise<ProcessClock> {
  if (!sandbox) return { now: () => new Date(), stop: () => undefined };
  let state: State = { offsetMs: 0, frozenAt: null };
  let failing = false;
  let stopped = false;

  async function refresh(): Promise<void> {
    try {
      const [row] = await sql<Row[]>`select offset_ms, frozen_at from sandbox.clock where id = 1`;
      if (row !== undefined) state = stateOf(row);
      failing = false;
    } catch (error) {
      if (!stopped && !failing && codeOf(error) !== UNDEFINED_TABLE) {
        failing = true;
        warn?.("the development clock cannot be read", error);
      }
    }
  }

  await refresh();
  let reading: Promise<void> | undefined;
  const timer = setInterval(() => {
    reading ??= refresh().finally(() => (reading = undefined));
  }, REFRESH_MS);
  timer.unref();
  return {
    now: () => new Date(state.frozenAt ?? Date.now() + state.offsetMs),
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
  };
}

function stateOf(row: Row): State {
  const frozenAt = row.frozen_at === null ? null : new Date(row.frozen_at);
  return { offsetMs: Number(row.offset_ms), frozenAt };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
