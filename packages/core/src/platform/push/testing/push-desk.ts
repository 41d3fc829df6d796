import { randomBytes, randomUUID } from "node:crypto";
import { schema } from "@stsphera/db";
import { createDeliverer } from "../../deliveries/index.ts";
import { type FakeTelegram, fakeTelegram } from "../../deliveries/testing/fake-telegram.ts";
import { closeQuiet, openRelayDesk, type RelayDesk } from "../../notify/testing/relay-desk.ts";
import type { PushText } from "../draw-push.ts";
import { createPusher, type PushAnswer, type Pusher, type PushRequest } from "../pusher.ts";

export type PushDesk = RelayDesk & {
  telegram: FakeTelegram;
  pusher: Pusher;
  /** What push services were sent, with the decrypted text. */
  rung: (Omit<PushRequest, "payload"> & { text: PushText })[];
  /** The next answers of push services, one per request; taken otherwise. */
  answers(...answers: PushAnswer[]): void;
  /** A browser that rings for a user; `since` by the world's clock. */
  browser(userId: number, since?: Date): Promise<{ sessionId: number; endpoint: string }>;
  at(instant: string): void;
  /** Plans and sends pushes until none is due. */
  push(): Promise<void>;
  /** Drains the chats, as far as Telegram takes what waits. */
  deliver(): Promise<void>;
  /** Reason, state and error of every push. */
  pushes(): Promise<string[]>;
};

/** A relay desk with a deliverer over a fake Telegram and a pusher over fake push services. */
export async function openPushDesk(): Promise<PushDesk> {
  const desk = await openRelayDesk();
  const { world } = desk;
  const telegram = fakeTelegram();
  const rung: PushDesk["rung"] = [];
  const next: PushAnswer[] = [];
  const now = () => world.now;
  const warn = (message: string) => void desk.warnings.push(message);
  const deliverer = createDeliverer({
    db: world.db,
    api: telegram.api,
    now,
    publicUrl: "https://sts.example",
    warn,
  });
  const pusher = createPusher({
    db: world.db,
    now,
    warn,
    send: async ({ payload, ...request }) => {
      rung.push({ ...request, text: JSON.parse(payload) as PushText });
      return next.shift() ?? { kind: "taken" };
    },
  });
  return {
    ...desk,
    telegram,
    pusher,
    rung,
    answers: (...answers) => next.push(...answers),
    at: (instant) => {
      world.now = new Date(instant);
    },
    browser: async (userId, since = world.now) => {
      const endpoint = `https://push.example.org/p/${randomUUID()}`;
      const [session] = await world.db.orm
        .insert(schema.sessions)
        .values({
          family: randomUUID(),
          userId,
          kind: "passkey",
          browser: "Chrome, Android",
          address: "203.0.113.7",
          createdAt: since,
          lastSeenAt: since,
          expiresAt: new Date(since.getTime() + 60 * 86_400_000),
        })
        .returning();
      const sessionId = session?.id ?? 0;
      const keys = { p256dh: `B${"A".repeat(86)}`, auth: randomBytes(16).toString("base64url") };
      await world.db.orm
        .insert(schema.pushSubscriptions)
        .values({ userId, sessionId, endpoint, ...keys, createdAt: since });
      return { sessionId, endpoint };
    },
    push: async () => {
      await pusher.plan();
      for (let send = await pusher.next(); send !== null; send = await pusher.next()) await send();
    },
    deliver: async () => {
      await world.db.sql`delete from telegram_limits`;
      while ((await deliverer.drainOnce()) > 0) await world.db.sql`delete from telegram_limits`;
    },
    pushes: async () => {
      const rows = await world.db.sql<{ line: string }[]>`
        select concat_ws(' ', reason, status, error) as line from push_messages order by id`;
      return rows.map(({ line }) => line);
    },
    close: () => closeQuiet(desk),
  };
}
