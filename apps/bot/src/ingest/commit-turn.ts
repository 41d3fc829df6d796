import { enqueueDeliveries, type NewDelivery } from "@stsphera/core/deliveries";
import { type Database, type Orm, schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import type { Outgoing, Turn } from "../engine/turn.ts";
import type { LoadedTurn } from "./load-turn.ts";

const { botDialogues, botUpdates, chatQueues } = schema;

type Tx = Parameters<Parameters<Orm["transaction"]>[0]>[0];

/** Another process has taken the chat over or changed its memory: this turn is discarded. */
export class LostTurn extends Error {
  override readonly name = "LostTurn";
}

export type TurnEnd = { updateId: number; chatId: string; owner: string; now: Date; error?: string };

/** Saves memory and replies of a turn and marks its update as done, in one transaction. */
export async function commitTurn(db: Database, loaded: LoadedTurn | null, end: TurnEnd): Promise<void> {
  await db.orm.transaction(async (tx) => {
    await assertOwner(tx, end);
    if (loaded !== null) {
      if (loaded.turn.remembers()) await writeMemory(tx, loaded, end.now);
      await enqueueDeliveries(tx, deliveriesOf(loaded.turn, end.updateId), end.now);
    }
    await tx
      .update(botUpdates)
      .set({ doneAt: end.now, error: end.error ?? null })
      .where(eq(botUpdates.updateId, end.updateId));
  });
}

async function assertOwner(tx: Tx, { chatId, owner }: TurnEnd): Promise<void> {
  const [row] = await tx
    .select({ owner: chatQueues.owner })
    .from(chatQueues)
    .where(eq(chatQueues.chatId, chatId))
    .for("update");
  if (row?.owner !== owner) throw new LostTurn(`chat ${chatId} is worked by another`);
}

async function writeMemory(tx: Tx, { turn, userId, memoryVersion }: LoadedTurn, now: Date): Promise<void> {
  const key = and(eq(botDialogues.chatId, turn.chatId), eq(botDialogues.userId, userId));
  const state = turn.memory();
  const written =
    memoryVersion === null
      ? await tx
          .insert(botDialogues)
          .values({ chatId: turn.chatId, userId, state, updatedAt: now })
          .onConflictDoNothing()
          .returning({ version: botDialogues.version })
      : await tx
          .update(botDialogues)
          .set({ state, updatedAt: now, version: memoryVersion + 1 })
          .where(and(key, eq(botDialogues.version, memoryVersion)))
          .returning({ version: botDialogues.version });
  if (written.length === 0) throw new LostTurn(`memory of chat ${turn.chatId} was written by another`);
}

function deliveriesOf(turn: Turn, updateId: number): NewDelivery[] {
  return turn.outgoing.map((outgoing: Outgoing, at) => ({
    dedupeKey: `tg:${updateId}:${at}`,
    chatId: outgoing.chatId,
    method: outgoing.method,
    params: outgoing.params,
    priority: "reply",
    // Who looks as another role is still who reads this chat.
    userId: outgoing.chatId === turn.chatId ? (turn.actor?.viewedBy ?? turn.actor?.id ?? null) : null,
    ...(outgoing.cardKey === undefined ? {} : { cardKey: outgoing.cardKey }),
    ...(outgoing.ring === undefined ? {} : { ring: outgoing.ring }),
    ...(outgoing.once === undefined ? {} : { once: outgoing.once }),
  }));
}
