import type { Sql } from "./client.ts";

export type ProcessClock = {
  /** The product's time. */
  now(): Date;
  stop(): void;
};

export type ClockOptions = {
  sql: Sql;
  /** Development only: the time follows the row of `sandbox.clock`. */
  sandbox: boolean;
  /** Called once when the row cannot be read, and again when the error changes. */
  warn?: (message: string, error: unknown) => void;
};

const REFRESH_MS = 200;
const UNDEFINED_TABLE = "42P01";

type State = { offsetMs: number; frozenAt: Date | null };
type Row = { offset_ms: string; frozen_at: Date | string | null };

/** True when the environment requests the development clock. Throws in production. */
export function wantsSandboxClock(env: Readonly<Record<string, string | undefined>>): boolean {
  if (env["SANDBOX_CLOCK"] !== "1") return false;
  if (env["NODE_ENV"] === "production") throw new Error("SANDBOX_CLOCK is refused in production");
  return true;
}

/**
 * The clock of a process: real time, or in development shifted by `sandbox.clock`, which is read every 200 ms.
 * Without that table, or while the database is unavailable, the last known shift is kept.
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
