import { conflict } from "../errors.ts";
import type { Update, UpdateQueue } from "./queue.ts";

export type PollRequest = { offset: number; limit: number; timeoutMs: number; signal: AbortSignal };

/** Long polling by a single poller: a newer one ends the older with 409. */
export class Poller {
  readonly #queue: UpdateQueue;
  #evict: (() => void) | undefined;

  constructor(queue: UpdateQueue) {
    this.#queue = queue;
  }

  async poll({ offset, limit, timeoutMs, signal }: PollRequest): Promise<Update[]> {
    this.#evict?.();
    if (offset !== 0) this.#queue.confirm(offset);
    if (this.#queue.pending().length === 0 && timeoutMs > 0) await this.#arrival(timeoutMs, signal);
    return this.#queue.pending().slice(0, limit);
  }

  close(): void {
    this.#evict?.();
  }

  async #arrival(timeoutMs: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const evict = () =>
      reject(
        conflict("terminated by other getUpdates request; make sure that only one bot instance is running"),
      );
    this.#evict = evict;
    const timer = setTimeout(resolve, timeoutMs);
    const stopListening = this.#queue.onArrival(resolve);
    const gone = () => resolve();
    signal.addEventListener("abort", gone, { once: true });
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      stopListening();
      signal.removeEventListener("abort", gone);
      if (this.#evict === evict) this.#evict = undefined;
    }
  }
}
