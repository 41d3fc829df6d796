import { randomUUID } from "node:crypto";
import { isDatabaseAway } from "@stsphera/core";
import type { Sql } from "@stsphera/db";
import type { BotApi, Update } from "@stsphera/telegram";
import { ALLOWED_UPDATES } from "./chat-of-update.ts";
import { holdLease, POLLER, releaseLease, RENEW_MS } from "./leases.ts";

export type PollingDeps = {
  sql: Sql;
  api: BotApi;
  /** Stores a batch; only then is it confirmed to Telegram. */
  receive: (updates: readonly Update[]) => Promise<void>;
  warn: (message: string, error: unknown) => void;
  /** Duration of a long poll in seconds. */
  waitSeconds?: number;
};

const PAUSE_MS = 1_000;
const BATCH = 100;

/** Polls Telegram for updates, in one process at a time. Returns a function that stops it. */
export function startPolling(deps: PollingDeps): () => Promise<void> {
  const { sql, api, receive, warn, waitSeconds = 25 } = deps;
  const owner = `poller:${randomUUID()}`;
  const stopping = new AbortController();
  const { signal } = stopping;
  let offset: number | undefined;
  let holds = false;
  let failing = false;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
    });

  async function prolong(): Promise<void> {
    try {
      holds = await holdLease(sql, POLLER, owner);
    } catch (error) {
      if (!isDatabaseAway(error)) warn("the poller's lease was not prolonged", error);
    }
  }

  async function pollOnce(): Promise<void> {
    const updates = await api.call<Update[]>(
      "getUpdates",
      {
        timeout: waitSeconds,
        limit: BATCH,
        allowed_updates: ALLOWED_UPDATES,
        ...(offset === undefined ? {} : { offset }),
      },
      signal,
    );
    const last = updates.at(-1);
    if (last === undefined) return;
    await receive(updates);
    offset = Math.max(...updates.map((update) => update.update_id)) + 1;
  }

  /** Logs the first failure of a series only. */
  function tell(error: unknown): void {
    if (!failing) warn("updates could not be fetched", error);
    failing = true;
  }

  async function run(): Promise<void> {
    const heartbeat = setInterval(() => void prolong(), RENEW_MS);
    while (!signal.aborted) {
      if (!holds) await prolong();
      if (!holds) {
        await pause(PAUSE_MS);
        continue;
      }
      try {
        await pollOnce();
        failing = false;
      } catch (error) {
        if (signal.aborted) break;
        tell(error);
        await pause(PAUSE_MS);
      }
    }
    clearInterval(heartbeat);
    if (holds) await releaseLease(sql, POLLER, owner);
  }

  const done = run();
  return async () => {
    stopping.abort();
    await done;
  };
}
