import { isDatabaseAway, isDatabaseBusy } from "@stsphera/core";
import type { Update } from "@stsphera/telegram";
import { unknownError } from "../engine/domain-error-message.ts";
import type { Services } from "../engine/services.ts";
import { codeOf, type Turn } from "../engine/turn.ts";
import { type ChatChange, chatChangeOf } from "./chat-change.ts";
import { commitTurn, LostTurn, type TurnEnd } from "./commit-turn.ts";
import { type LoadedTurn, loadTurn } from "./load-turn.ts";
import type { WaitingUpdate } from "./next-update.ts";

/** Attempts to process an update before the user is told that it failed. */
const MAX_TRIES = 3;
/** Attempts after which the handlers are not run any more, because the update probably crashes the process. */
const POISON_TRIES = 8;
const RETRY_MS = 250;
const AWAY_MS = 1_000;

export type Worked = { kind: "done" } | { kind: "again"; afterMs: number } | { kind: "lost" };

export type UpdateWorkerDeps = {
  services: Services;
  now: () => Date;
  /** Runs the handlers of the features; they reply through the turn. */
  handle: (turn: Turn) => Promise<void>;
  /** Follows a group that has moved or is lost. */
  followChat: (change: ChatChange) => Promise<void>;
  onError: (error: unknown, update: Update) => void;
  onDatabaseAway: (error: unknown, update: Update) => void;
};

/** Processes one update: loads its turn, runs the handlers and commits. */
export function createUpdateWorker(deps: UpdateWorkerDeps) {
  const { services, handle } = deps;

  async function attempt(update: Update, end: TurnEnd): Promise<void> {
    const change = chatChangeOf(update);
    if (change !== null) {
      await deps.followChat(change);
      await commitTurn(services.db, null, end);
      return;
    }
    const loaded = await loadTurn(services, update, end.now);
    if (loaded !== null) {
      await handle(loaded.turn);
      loaded.turn.toast();
    }
    await commitTurn(services.db, loaded, end);
  }

  /** Marks the update as done and tells the user an error code. */
  async function giveUp(update: Update, end: TurnEnd, error: unknown): Promise<void> {
    const loaded: LoadedTurn | null = await loadTurn(services, update, end.now);
    loaded?.turn.toast();
    if (loaded !== null && loaded.turn.chatId === loaded.userId) loaded.turn.say(unknownError(loaded.turn));
    const reason = error instanceof Error ? `${error.name} (${codeOf(update)})` : codeOf(update);
    await commitTurn(services.db, loaded, { ...end, error: reason });
  }

  return async function work(waiting: WaitingUpdate, chatId: string, owner: string): Promise<Worked> {
    const { update, attempts } = waiting;
    const end: TurnEnd = { updateId: update.update_id, chatId, owner, now: deps.now() };
    try {
      if (attempts > POISON_TRIES) await giveUp(update, end, new Error("tried too often"));
      else await attempt(update, end);
      return { kind: "done" };
    } catch (error) {
      return failed(error);
    }

    async function failed(error: unknown): Promise<Worked> {
      if (error instanceof LostTurn) return { kind: "lost" };
      if (isDatabaseAway(error) || isDatabaseBusy(error)) {
        deps.onDatabaseAway(error, update);
        return { kind: "again", afterMs: AWAY_MS };
      }
      deps.onError(error, update);
      if (attempts < MAX_TRIES) return { kind: "again", afterMs: RETRY_MS * attempts };
      try {
        await giveUp(update, end, error);
        return { kind: "done" };
      } catch (second) {
        if (second instanceof LostTurn) return { kind: "lost" };
        deps.onError(second, update);
        return { kind: "again", afterMs: AWAY_MS };
      }
    }
  };
}
