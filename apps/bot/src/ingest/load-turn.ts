import { loadActor } from "@stsphera/core";
import type { Update } from "@stsphera/telegram";
import { type ChatMemory, openMemory } from "../engine/memory.ts";
import type { Services } from "../engine/services.ts";
import { unpackRetry } from "../engine/retry.ts";
import { createTurn, type Turn } from "../engine/turn.ts";
import { authorOf, chatOf } from "./chat-of-update.ts";
import { isKeptCard } from "./is-kept-card.ts";

/** A turn and the version of the memory it was loaded with; null when nothing is stored yet. */
export type LoadedTurn = { turn: Turn; userId: string; memoryVersion: number | null };

/** Loads the actor and the chat memory; null for updates without a user. */
export async function loadTurn(services: Services, update: Update, now: Date): Promise<LoadedTurn | null> {
  const from = authorOf(update);
  const chatId = chatOf(update);
  if (from === null || chatId === null || (from.is_bot && !isAnonymousAdmin(update))) return null;
  const userId = String(from.id);
  const [actor, stored, keepsPressed] = await Promise.all([
    loadActor(services.db, { telegramId: userId }, now),
    readMemory(services, chatId, userId),
    isKeptCard(services, update, chatId),
  ]);
  const memory: ChatMemory | null = stored === null ? null : openMemory(stored.state);
  if (stored !== null && memory === null) {
    services.warn("a dialogue of another version is begun anew", new Error(`chat ${chatId}`));
  }
  const retried = await retriedUpdate(services, update, chatId);
  const turn = createTurn({ update, from, chatId, now, services, actor, memory, keepsPressed, ...retried });
  return { turn, userId, memoryVersion: stored?.version ?? null };
}

/** An administrator who writes in the name of the group: Telegram does not say who. */
export const isAnonymousAdmin = ({ message }: Update): boolean =>
  message?.sender_chat !== undefined && message.sender_chat.id === message.chat.id;

async function readMemory({ db }: Services, chatId: string, userId: string) {
  const [row] = await db.read<{ state: unknown; version: number }>(
    "select state, version from bot_dialogues where chat_id = $1::bigint and user_id = $2::bigint",
    [chatId, userId],
  );
  return row ?? null;
}

/** «Повторить»: loads the failed update to process it in place of the press. */
async function retriedUpdate({ db }: Services, update: Update, chatId: string) {
  const press = update.callback_query;
  const updateId = unpackRetry(press?.data ?? "");
  if (press === undefined || updateId === null) return {};
  const [row] = await db.read<{ payload: Update }>(
    `select payload from bot_updates
     where update_id = $1::bigint and chat_id = $2::bigint and done_at is not null and error is not null`,
    [updateId, chatId],
  );
  if (row === undefined || authorOf(row.payload)?.id !== press.from.id) return {};
  const { callback_query: pressed, ...rest } = row.payload;
  const again: Update = { ...rest, update_id: update.update_id };
  if (pressed !== undefined) again.callback_query = { ...pressed, id: press.id };
  return { update: again, retriedBy: press.id };
}
