/**
 * How long work may hold a connection, as PostgreSQL writes it. A migration waits for a lock shorter than a read does,
 * since reads queue behind it, and a read shorter than a command, since it waits for changes of a table alone.
 */
export type TimeLimits = {
  /** Longest statement. */
  statement: string;
  /** Longest wait of a read for a lock. */
  readLock: string;
  /** Longest wait of a command for a lock, that of a row too. */
  commandLock: string;
  /** Longest pause between two statements of a transaction. */
  idle: string;
};

/** Somebody waits for the answer. */
export const REQUEST_LIMITS: TimeLimits = {
  statement: "15s",
  readLock: "2s",
  commandLock: "5s",
  idle: "30s",
};

/** Loops and nightly jobs, where one statement may read a whole table. */
export const JOB_LIMITS: TimeLimits = {
  statement: "15min",
  readLock: "30s",
  commandLock: "30s",
  idle: "5min",
};

/** The readiness answer, on a connection of its own. */
export const PROBE_LIMITS = { statement: "2s", lock: "500ms" };

export const MIGRATION_LOCK_WAIT = "1s";

type Settings = Record<string, string>;

export const readSettings = ({ statement, readLock, idle }: TimeLimits): Settings =>
  settingsOf(statement, readLock, idle);

export const commandSettings = ({ statement, commandLock, idle }: TimeLimits): Settings =>
  settingsOf(statement, commandLock, idle);

export const probeSettings = (): Settings =>
  settingsOf(PROBE_LIMITS.statement, PROBE_LIMITS.lock, PROBE_LIMITS.statement);

const settingsOf = (statement: string, lock: string, idle: string): Settings => ({
  statement_timeout: statement,
  lock_timeout: lock,
  idle_in_transaction_session_timeout: idle,
});
