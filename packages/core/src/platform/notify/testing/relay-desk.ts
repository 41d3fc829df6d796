import type { EventType } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { expect } from "vitest";
import { type TestObject, type ObjectOptions, createTestWorld, type World } from "../../../testing/index.ts";
import { NOTICES } from "../../../domains/index.ts";
import { type RelayDeps, relayNext } from "../relay-next.ts";

export type Heard = {
  userId: number;
  key: string;
  type: string;
  category: string;
  priority: string;
  title: string;
  text: string;
  deepLink: string;
  unread: boolean;
};
export type Sent = {
  chat: string;
  card: string | null;
  ring: string | null;
  status: string;
  text: string;
  buttons: { text: string; data: string }[];
};

export type RelayDesk = {
  world: World;
  object: TestObject;
  warnings: string[];
  /** Dependencies for one step of the relay. */
  deps: RelayDeps;
  /** Puts an event into the outbox. */
  happen(event: {
    type: EventType;
    entityType: string;
    entityId: number;
    actorId: number | null;
    payload: Record<string, unknown>;
  }): Promise<void>;
  relay(): Promise<void>;
  notifications(): Promise<Heard[]>;
  /** All messages, oldest first. */
  deliveries(): Promise<Sent[]>;
  /** Messages queued since the last call, oldest first, which are then marked as sent. */
  sent(): Promise<Sent[]>;
  close(): Promise<void>;
};

/** Opens a database of its own with a running object (by default without volumes), an empty outbox, and a relay. */
export async function openRelayDesk(options: ObjectOptions = { volumes: [] }): Promise<RelayDesk> {
  const world = await createTestWorld();
  const object = await world.createTestObject(options);
  await world.db.sql`update outbox set relayed_at = created_at`;
  const warnings: string[] = [];
  let seen = 0;
  const deps = {
    db: world.db,
    now: () => world.now,
    publicUrl: "https://sts.example",
    notices: NOTICES,
    warn: (message: string, error: unknown) => warnings.push(`${message}: ${String(error)}`),
  };
  const messagesAfter = async (id: number): Promise<(Sent & { id: number })[]> => {
    const rows = await world.db.read<Omit<Sent, "buttons"> & { id: number; keyboard: string | null }>(
      `select id::int, chat_id::text as chat, card_key as card, params->>'ring' as ring, status,
         params->>'text' as text, params->>'reply_markup' as keyboard
       from deliveries where id > $1 order by id`,
      [id],
    );
    return rows.map(({ keyboard, ...row }) => ({ ...row, buttons: buttonsOf(keyboard) }));
  };
  const withoutId = ({ id: _id, ...message }: Sent & { id: number }): Sent => message;
  return {
    world,
    object,
    warnings,
    deps,
    async happen(event) {
      await world.db.orm
        .insert(schema.outbox)
        .values({ commandId: crypto.randomUUID(), objectId: object.id, createdAt: world.now, ...event });
    },
    async relay() {
      for (let kind = "relayed"; kind !== "idle";) kind = (await relayNext(deps)).kind;
    },
    notifications: () =>
      world.db.read<Heard>(
        `select user_id as "userId", key, type, category, priority, title, text, deep_link as "deepLink",
           read_at is null as unread from notifications order by id`,
        [],
      ),
    deliveries: async () => (await messagesAfter(0)).map(withoutId),
    async sent() {
      const messages = await messagesAfter(seen);
      seen = messages.at(-1)?.id ?? seen;
      await world.db.sql`update deliveries set status = 'sent' where status = 'queued'`;
      return messages.map(withoutId);
    },
    close: () => world.close(),
  };
}

/** Closes the desk and checks that nothing was logged as a warning. */
export async function closeQuiet(desk: RelayDesk): Promise<void> {
  try {
    expect(desk.warnings).toEqual([]);
  } finally {
    await desk.close();
  }
}

function buttonsOf(keyboard: string | null): Sent["buttons"] {
  if (keyboard === null) return [];
  const { inline_keyboard: rows } = JSON.parse(keyboard) as {
    inline_keyboard: { text: string; callback_data?: string }[][];
  };
  return rows.flat().map(({ text, callback_data: data = "" }) => ({ text, data }));
}
