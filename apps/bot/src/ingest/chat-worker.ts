import { randomUUID } from "node:crypto";
import { isDatabaseAway } from "@stsphera/core";
import type { Sql } from "@stsphera/db";
import { releaseLease, RENEW_MS, renewLease, takeChat } from "./leases.ts";
import { nextUpdate, type WaitingUpdate } from "./next-update.ts";
import type { Worked } from "./work-update.ts";

export type ChatWorkerDeps = {
  sql: Sql;
  work: (waiting: WaitingUpdate, chatId: string, owner: string) => Promise<Worked>;
  /** Sends the replies that a turn has queued. */
  sendReplies: (chatId: string) => Promise<void>;
  warn: (message: string, error: unknown) => void;
  /** Number of chats processed at the same time. */
  concurrency?: number;
  pollMs?: number;
};

export type ChatWorker = {
  start(): void;
  /** Checks for stored updates at once. */
  wake(): void;
  /** Takes no more updates and waits for those in progress. */
  stop(): Promise<void>;
  /** Resolves when no update waits or is in progress; rejects when a check failed. */
  idle(): Promise<void>;
};

/** Processes stored updates: chats in parallel, the updates of a chat in order and under a lease. */
export function createChatWorker(deps: ChatWorkerDeps): ChatWorker {
  const { sql, concurrency = 8, pollMs = 500 } = deps;
  const owner = `bot:${randomUUID()}`;
  const running = new Set<Promise<void>>();
  const state: { stopped: boolean; looking?: Promise<void> | undefined; lookAgain: boolean } = {
    stopped: true,
    lookAgain: false,
  };
  let timer: NodeJS.Timeout | undefined;

  async function workChat(chatId: string): Promise<void> {
    const heartbeat = setInterval(() => {
      renewLease(sql, chatId, owner).catch((error: unknown) => deps.warn("a lease was not prolonged", error));
    }, RENEW_MS);
    let restMs = 0;
    try {
      for (let waiting = await next(chatId); waiting !== null; waiting = await next(chatId)) {
        const worked = await deps.work(waiting, chatId, owner);
        if (worked.kind === "done") await deps.sendReplies(chatId);
        if (worked.kind === "again") restMs = worked.afterMs;
        if (worked.kind !== "done") break;
      }
    } finally {
      clearInterval(heartbeat);
      await releaseLease(sql, chatId, owner, restMs);
    }
    if (restMs > 0) setTimeout(wake, restMs + 20).unref();
  }

  const next = (chatId: string) => (state.stopped ? Promise.resolve(null) : nextUpdate(sql, chatId));

  function begin(chatId: string): void {
    const work = workChat(chatId)
      .catch((error: unknown) => {
        if (!isDatabaseAway(error)) deps.warn(`chat ${chatId} was left`, error);
      })
      .finally(() => {
        running.delete(work);
        wake();
      });
    running.add(work);
  }

  async function look(): Promise<void> {
    do {
      state.lookAgain = false;
      while (!state.stopped && running.size < concurrency) {
        const chatId = await takeChat(sql, owner);
        if (chatId === null) break;
        begin(chatId);
      }
    } while (state.lookAgain);
  }

  function wake(): void {
    state.lookAgain = true;
    if (state.stopped) return;
    state.looking ??= look()
      .catch((error: unknown) => {
        if (!isDatabaseAway(error)) deps.warn("could not look for waiting updates", error);
      })
      .finally(() => {
        state.looking = undefined;
      });
  }

  async function settled(): Promise<void> {
    while (state.looking !== undefined || running.size > 0) await Promise.all([state.looking, ...running]);
  }

  return {
    start() {
      state.stopped = false;
      timer = setInterval(wake, pollMs);
      wake();
    },
    wake,
    async stop() {
      state.stopped = true;
      clearInterval(timer);
      await settled();
    },
    async idle() {
      for (;;) {
        wake();
        await settled();
        const [row] = await sql<{ waiting: number }[]>`
          select count(*)::int as waiting from bot_updates where done_at is null`;
        if (row?.waiting === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}
