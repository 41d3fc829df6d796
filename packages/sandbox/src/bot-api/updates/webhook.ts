import type { Store, Table } from "../../state/store.ts";
import type { Faults } from "../faults.ts";
import type { Update, UpdateQueue } from "./queue.ts";

export type WebhookSettings = { url: string; secret: string; maxConnections: number };

const answerTimeoutMs = 60_000;
const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** Delivers updates to the webhook in order per chat, repeating each until the answer is 2xx. */
export class Webhook {
  readonly #queue: UpdateQueue;
  readonly #settings: Table<WebhookSettings>;
  readonly #faults: Faults;
  readonly #busy = new Set<string>();
  readonly #pauses = new Set<NodeJS.Timeout>();
  readonly #stopped = new AbortController();

  constructor(store: Store, queue: UpdateQueue, faults: Faults) {
    this.#queue = queue;
    this.#settings = store.table("webhook");
    this.#faults = faults;
    queue.onArrival(() => this.#pump());
    this.#pump();
  }

  current(): WebhookSettings | undefined {
    return this.#settings.get("current");
  }

  set(settings: WebhookSettings | undefined): void {
    if (settings) this.#settings.set("current", settings);
    else this.#settings.delete("current");
    queueMicrotask(() => this.#pump());
  }

  close(): void {
    this.#stopped.abort();
    for (const pause of this.#pauses) clearTimeout(pause);
  }

  #pump(): void {
    const settings = this.current();
    if (!settings || this.#stopped.signal.aborted) return;
    const pending = this.#queue.pending();
    const reorder = pending.length > 1 && this.#faults.take("webhook", ["reorderUpdates"]);
    for (const update of reorder ? pending.toReversed() : pending) {
      const lane = laneOf(update);
      if (this.#busy.has(lane) || this.#busy.size >= settings.maxConnections) continue;
      this.#busy.add(lane);
      void this.#deliver(update, lane, firstPauseMs);
    }
  }

  async #deliver(update: Update, lane: string, pauseMs: number): Promise<void> {
    const settings = this.current();
    const taken = settings !== undefined && (await this.#post(settings, update));
    const twice = taken && this.#faults.take("webhook", ["duplicateUpdates"]);
    if (twice) await this.#post(settings, update);
    if (this.#stopped.signal.aborted) return;
    if (taken || !settings) {
      if (settings) this.#queue.remove(update);
      this.#busy.delete(lane);
      this.#pump();
      return;
    }
    const pause = setTimeout(() => {
      this.#pauses.delete(pause);
      void this.#deliver(update, lane, Math.min(longestPauseMs, pauseMs * 2));
    }, pauseMs);
    this.#pauses.add(pause);
  }

  /** True when the webhook accepted the update; otherwise it is sent again. */
  async #post(settings: WebhookSettings, update: Update): Promise<boolean> {
    try {
      const response = await fetch(settings.url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(settings.secret ? { "x-telegram-bot-api-secret-token": settings.secret } : {}),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(answerTimeoutMs)]),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch (error) {
      // Connection error or timeout: Telegram retries in these cases, too.
      if (error instanceof TypeError || error instanceof DOMException) return false;
      throw error;
    }
  }
}

function laneOf(update: Update): string {
  const message = (update.message ?? update.my_chat_member) as { chat?: { id: number } } | undefined;
  const callback = update.callback_query as { message?: { chat: { id: number } } } | undefined;
  return String(message?.chat?.id ?? callback?.message?.chat.id ?? update.update_id);
}
