import { randomInt } from "node:crypto";

export type CallbackAnswer = { text?: string; showAlert?: boolean; url?: string };

type Waiting = { expires: NodeJS.Timeout; answer(answer: CallbackAnswer): void };

const lifetimeMs = 15_000;

/** Presses of inline buttons that wait for the bot's answer; each can be answered once, within 15 s. */
export class CallbackQueries {
  readonly #waiting = new Map<string, Waiting>();

  /** Opens a query; `answer` resolves with the bot's answer, or undefined after `waitMs`. */
  open(waitMs: number): { id: string; answer: Promise<CallbackAnswer | undefined> } {
    const id = `${randomInt(1e9, 1e10)}${randomInt(1e8, 1e9)}`;
    const { promise, resolve } = Promise.withResolvers<CallbackAnswer | undefined>();
    const patience = setTimeout(() => resolve(undefined), waitMs);
    const expires = setTimeout(() => this.#waiting.delete(id), lifetimeMs);
    expires.unref();
    patience.unref();
    this.#waiting.set(id, {
      expires,
      answer: (answer) => {
        clearTimeout(patience);
        resolve(answer);
      },
    });
    return { id, answer: promise };
  }

  /** False when the query is unknown, too old or already answered. */
  answer(id: string, answer: CallbackAnswer): boolean {
    const query = this.#waiting.get(id);
    if (!query) return false;
    this.#waiting.delete(id);
    clearTimeout(query.expires);
    query.answer(answer);
    return true;
  }

  close(): void {
    for (const query of this.#waiting.values()) clearTimeout(query.expires);
    this.#waiting.clear();
  }
}
