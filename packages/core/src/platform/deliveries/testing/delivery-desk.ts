import type { Database } from "@stsphera/db";
import { openTestDatabase } from "@stsphera/db/testing";
import { createDeliverer, type Deliverer } from "../deliverer.ts";
import { enqueueDeliveries } from "../enqueue-deliveries.ts";
import type { NewDelivery } from "../new-delivery.ts";
import { type FakeTelegram, fakeTelegram } from "./fake-telegram.ts";

export const NOW = new Date("2026-09-15T07:00:00.000Z");

export type Desk = {
  db: Database;
  telegram: FakeTelegram;
  deliverer: Deliverer;
  warnings: string[];
  /** Queues messages, with defaults for absent fields. */
  put(...deliveries: Partial<NewDelivery>[]): Promise<number>;
  /** Status and error of each message in order. */
  states(): Promise<string[]>;
  /** Ends the pause of every chat and refills the buckets. */
  restOver(): Promise<void>;
  close(): Promise<void>;
};

/** Opens a database of its own with a deliverer over a fake Telegram. */
export async function openDesk(): Promise<Desk> {
  const database = await openTestDatabase();
  const { db } = database;
  const telegram = fakeTelegram();
  const warnings: string[] = [];
  const deliverer = createDeliverer({
    db,
    api: telegram.api,
    now: () => NOW,
    publicUrl: "https://sts.example",
    warn: (message) => warnings.push(message),
  });
  let made = 0;
  const complete = (delivery: Partial<NewDelivery>): NewDelivery => {
    made += 1;
    const text = delivery.params?.["text"] ?? `message ${made}`;
    return {
      dedupeKey: `test:${made}`,
      chatId: "1000004",
      method: "sendMessage",
      priority: "normal",
      ...delivery,
      params: { text, ...delivery.params },
    };
  };
  return {
    db,
    telegram,
    deliverer,
    warnings,
    put: (...deliveries) => enqueueDeliveries(db.orm, deliveries.map(complete), NOW),
    states: async () => {
      const rows = await db.sql<{ state: string }[]>`
        select status || coalesce(': ' || error, '') as state from deliveries order by id`;
      return rows.map((row) => row.state);
    },
    restOver: async () => {
      await db.sql`delete from telegram_limits`;
    },
    close: () => database.close(),
  };
}
