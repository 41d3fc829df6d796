import { createDeliverer } from "@stsphera/core/deliveries";
import { createTestWorld, type World, WORLD_NOW } from "@stsphera/core/testing";
import type { Message, Update, User } from "@stsphera/telegram";
import { expect } from "vitest";
import { createIngest, type Ingest } from "../ingest/create-ingest.ts";
import { createFakeTelegram, type FakeTelegram, type Shown } from "./fake-telegram.ts";

export const PUBLIC_URL = "https://sphera.example";
const ME: User = { id: 7, is_bot: true, first_name: "STSphera", username: "stsphera_bot" };

/** A message in as much detail as a test needs, e.g. a sticker without its width. */
export type Sent = PartialDeep<Message>;
type PartialDeep<T> = T extends object ? { readonly [K in keyof T]?: PartialDeep<T[K]> } : T;

export type BotWorld = {
  world: World;
  telegram: FakeTelegram;
  /** Warnings so far; a test that expects none checks them. */
  warnings: { message: string; error: unknown }[];
  now: () => Date;
  advance(minutes: number): void;
  /** Sends a message as a user and waits until all replies have been sent. */
  send(from: number, content: Sent): Promise<void>;
  say(from: number, text: string): Promise<void>;
  photo(from: number, unique: string, album?: string): Promise<void>;
  /** Presses a button of the newest message that has it, by the beginning of its caption. */
  press(from: number, caption: string): Promise<void>;
  /** Presses a button by its data, on any message, including deleted ones. */
  pressData(from: number, data: string, messageId?: number, chatId?: number): Promise<void>;
  /** Receives updates as if Telegram had sent them, and waits until they are processed. */
  deliver(...updates: Update[]): Promise<void>;
  /** Builds an update without delivering it. */
  messageUpdate(from: number, content: Sent): Update;
  callbackUpdate(from: number, data: string, messageId: number, chatId?: number): Update;
  settle(): Promise<void>;
  /** Replaces the process: everything held only in memory is lost. */
  restart(): Promise<void>;
  last(chatId: number): Shown;
  captions(chatId: number): string[];
  close(): Promise<void>;
};

/** A bot with its own database and a fake Telegram that keeps messages; for `*.db.test.ts` files. */
export async function createBotWorld(admins: readonly string[] = []): Promise<BotWorld> {
  const world = await createTestWorld();
  const telegram = createFakeTelegram();
  const warnings: BotWorld["warnings"] = [];
  const warn = (message: string, error: unknown): void => void warnings.push({ message, error });
  let at = WORLD_NOW;
  let updateId = 5000;
  let messageId = 1;
  const now = () => at;
  const { db } = world;
  const deliverer = createDeliverer({ db, api: telegram.api, now, publicUrl: PUBLIC_URL, warn });

  const start = (): Ingest => {
    const ingest = createIngest({
      db,
      api: telegram.api,
      me: ME,
      now,
      warn,
      pollMs: 60_000,
      services: {
        db,
        publicUrl: PUBLIC_URL,
        webApps: true,
        adminTelegramIds: new Set(admins),
        support: "@stsphera_help",
        botUsername: "stsphera_bot",
        warn,
      },
    });
    ingest.worker.start();
    return ingest;
  };
  let ingest = start();

  async function settle(): Promise<void> {
    await ingest.worker.idle();
    for (;;) {
      await db.sql`delete from telegram_limits`;
      await deliverer.drainOnce();
      const [row] = await db.sql<{ queued: number }[]>`
        select count(*)::int as queued from deliveries where status in ('queued', 'sending')`;
      if (row?.queued === 0) return;
    }
  }

  async function deliver(...updates: Update[]): Promise<void> {
    await ingest.receive(updates);
    await settle();
  }

  const person = (id: number): User => ({
    id,
    is_bot: false,
    first_name: "Вадим",
    last_name: "Ершов",
    username: "vershov",
    language_code: "ru",
  });
  const chatOf = (id: number) => ({ id, type: "private" as const, first_name: "Вадим" });
  const seconds = () => Math.floor(at.getTime() / 1000);

  function messageUpdate(from: number, content: Sent): Update {
    updateId += 1;
    messageId += 1;
    const entities =
      content.text?.startsWith("/") === true
        ? { entities: [{ type: "bot_command", offset: 0, length: content.text.split(" ")[0]?.length ?? 0 }] }
        : {};
    const frame = { message_id: messageId, from: person(from), chat: chatOf(from), date: seconds() };
    return { update_id: updateId, message: { ...frame, ...entities, ...content } as Update["message"] };
  }

  function callbackUpdate(from: number, data: string, pressed: number, chatId = from): Update {
    updateId += 1;
    const message = { message_id: pressed, chat: chatOf(chatId), date: seconds() };
    return {
      update_id: updateId,
      callback_query: { id: `q${updateId}`, from: person(from), chat_instance: "1", data, message },
    };
  }

  return {
    world,
    telegram,
    warnings,
    now,
    advance: (minutes) => void (at = new Date(at.getTime() + minutes * 60_000)),
    send: (from, content) => deliver(messageUpdate(from, content)),
    say: (from, text) => deliver(messageUpdate(from, { text })),
    photo: (from, unique, album) =>
      deliver(
        messageUpdate(from, {
          photo: [
            { file_id: `s-${unique}`, file_unique_id: `s${unique}`, width: 90, height: 60 },
            { file_id: `l-${unique}`, file_unique_id: unique, width: 1280, height: 960, file_size: 250_000 },
          ],
          ...(album === undefined ? {} : { media_group_id: album }),
        }),
      ),
    async press(from, caption) {
      for (const message of telegram.messages(from).toReversed()) {
        const button = message.keyboard
          .flat()
          .find(({ text }) => text === caption || text.startsWith(caption));
        if (button?.callback_data === undefined) continue;
        await deliver(callbackUpdate(from, button.callback_data, message.messageId));
        return;
      }
      const seen = telegram.messages(from).flatMap((m) => m.keyboard.flat().map(({ text }) => text));
      throw new Error(`no button "${caption}" in chat ${from}; there are: ${seen.join(" | ")}`);
    },
    pressData: (from, data, pressed, chatId) =>
      deliver(callbackUpdate(from, data, pressed ?? telegram.last(chatId ?? from).messageId, chatId)),
    deliver,
    messageUpdate,
    callbackUpdate,
    settle,
    async restart() {
      await ingest.stop();
      ingest = start();
    },
    last: (chatId) => telegram.last(chatId),
    captions: (chatId) =>
      telegram
        .last(chatId)
        .keyboard.flat()
        .map(({ text }) => text),
    async close() {
      await ingest.stop();
      await world.close();
    },
  };
}

/** Closes the bot and expects that no handler failed. */
export async function closeQuiet(bot: BotWorld): Promise<void> {
  try {
    expect(bot.warnings).toEqual([]);
  } finally {
    await bot.close();
  }
}
