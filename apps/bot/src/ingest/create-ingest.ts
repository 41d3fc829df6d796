import { createChatHooks } from "@stsphera/core";
import { createDeliverer, moveChat } from "@stsphera/core/deliveries";
import { createRedraw } from "@stsphera/core/notify";
import { NOTICES } from "@stsphera/core/registry";
import type { Database } from "@stsphera/db";
import type { BotApi, Update, User } from "@stsphera/telegram";
import { createBot } from "../bot.ts";
import type { Services } from "../engine/services.ts";
import { codeOf } from "../engine/turn.ts";
import { followChatChange } from "./chat-change.ts";
import { type ChatWorker, createChatWorker } from "./chat-worker.ts";
import { createReceive } from "./receive.ts";
import { createReplySender } from "./reply-sender.ts";
import { createUpdateWorker } from "./work-update.ts";

export type IngestDeps = {
  db: Database;
  api: BotApi;
  me: User;
  now: () => Date;
  /** Without what the bot registers itself. */
  services: Omit<Services, "registered">;
  warn: (message: string, error: unknown) => void;
  /** Metric hook. */
  count?: (what: "received" | "worked" | "failed", number: number) => void;
  concurrency?: number;
  pollMs?: number;
};

export type Ingest = {
  /** Entry point: stores updates and starts their processing. */
  receive: (updates: readonly Update[]) => Promise<void>;
  worker: ChatWorker;
  stop(): Promise<void>;
};

/** Connects the steps of an update: stored, processed in the order of its chat, answered. */
export function createIngest(deps: IngestDeps): Ingest {
  const { db, api, now, warn, count = () => undefined } = deps;
  const bot = createBot({ api, me: deps.me });
  const services: Services = { ...deps.services, registered: bot.registered };
  const chats = createChatHooks({ db, now, warn });
  const { publicUrl } = deps.services;
  const redraw = createRedraw({ db, now, publicUrl, warn, notices: NOTICES });
  const sender = createReplySender(createDeliverer({ db, api, now, publicUrl, warn, chats, redraw }), warn);
  const work = createUpdateWorker({
    services,
    now,
    handle: bot.handle,
    followChat: (change) => followChatChange(change, chats, (from, to) => moveChat(db.sql, from, to)),
    onError: (error, update) => {
      count("failed", 1);
      warn(`update ${codeOf(update)} failed`, error);
    },
    onDatabaseAway: (error, update) => warn(`update ${codeOf(update)} waits for the database`, error),
  });
  const worker = createChatWorker({
    sql: db.sql,
    warn,
    sendReplies: sender.send,
    work: async (...waiting) => {
      const worked = await work(...waiting);
      if (worked.kind === "done") count("worked", 1);
      return worked;
    },
    ...(deps.concurrency === undefined ? {} : { concurrency: deps.concurrency }),
    ...(deps.pollMs === undefined ? {} : { pollMs: deps.pollMs }),
  });
  const receive = createReceive({
    db,
    api,
    now,
    warn,
    stored: (fresh) => {
      count("received", fresh);
      worker.wake();
    },
  });
  return {
    receive,
    worker,
    async stop() {
      await worker.stop();
      sender.stop();
    },
  };
}
