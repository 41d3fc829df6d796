import { randomInt } from "node:crypto";
import type { Store, Table } from "../../state/store.ts";

export type UpdateType = "message" | "callback_query" | "my_chat_member";
export type Update = { update_id: number } & { [type in UpdateType]?: unknown };

/** The bot's queue: updates are kept, also across restarts, until a higher offset confirms them. */
export class UpdateQueue {
  readonly #store: Store;
  readonly #updates: Table<Update>;
  readonly #counters: Table<number>;
  readonly #allowed: Table<string[]>;
  readonly #listeners = new Set<() => void>();
  readonly #stopListening: () => void;

  constructor(store: Store) {
    this.#store = store;
    this.#updates = store.table("updates");
    this.#counters = store.table("counters");
    this.#allowed = store.table("allowedUpdates");
    this.#stopListening = store.onCommit((changes) => {
      const arrived = changes.some(([table, , value]) => table === "updates" && value !== null);
      if (arrived) for (const listener of this.#listeners) listener();
    });
  }

  push(type: UpdateType, payload: unknown): void {
    const allowed = this.#allowedTypes();
    if (allowed.length > 0 && !allowed.includes(type)) return;
    this.#store.transaction(() => {
      const id = this.#counters.set("update", (this.#counters.get("update") ?? randomInt(1e8, 5e8)) + 1);
      this.#updates.set(id, { update_id: id, [type]: payload });
    });
  }

  pending(): Update[] {
    return this.#updates.values();
  }

  /** Drops every update before the offset; a negative offset keeps that many from the end. */
  confirm(offset: number): void {
    const pending = this.pending();
    const done =
      offset < 0
        ? pending.slice(0, Math.max(0, pending.length + offset))
        : pending.filter((update) => update.update_id < offset);
    this.#forget(done);
  }

  remove(update: Update): void {
    this.#forget([update]);
  }

  clear(): void {
    this.#forget(this.pending());
  }

  /** An empty list means every type. */
  allow(types: string[]): void {
    if (types.join() !== this.#allowedTypes().join()) this.#allowed.set("types", types);
  }

  #allowedTypes(): string[] {
    return this.#allowed.get("types") ?? [];
  }

  onArrival(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#stopListening();
    this.#listeners.clear();
  }

  #forget(updates: readonly Update[]): void {
    this.#store.transaction(() => {
      for (const update of updates) this.#updates.delete(update.update_id);
    });
  }
}
