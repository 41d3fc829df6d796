import { tooManyRequests } from "./errors.ts";

/** Milliseconds of a monotonic clock; limits do not follow the development clock. */
export type SteadyClock = () => number;

const overall = { count: 30, windowMs: 1000 };
const group = { count: 20, windowMs: 60_000 };
const bucket = { size: 3, refillMs: 1000 };

class SlidingWindow {
  readonly #count: number;
  readonly #windowMs: number;
  #moments: number[] = [];

  constructor({ count, windowMs }: { count: number; windowMs: number }) {
    this.#count = count;
    this.#windowMs = windowMs;
  }

  /** Milliseconds until another message is allowed. */
  wait(now: number): number {
    this.#moments = this.#moments.filter((moment) => moment > now - this.#windowMs);
    const [oldest] = this.#moments;
    const full = this.#moments.length >= this.#count;
    return full && oldest !== undefined ? oldest + this.#windowMs - now : 0;
  }

  take(now: number): void {
    this.#moments.push(now);
  }
}

class Bucket {
  #tokens = bucket.size;
  #filledAt: number;

  constructor(now: number) {
    this.#filledAt = now;
  }

  wait(now: number): number {
    this.#tokens = Math.min(bucket.size, this.#tokens + (now - this.#filledAt) / bucket.refillMs);
    this.#filledAt = now;
    return this.#tokens >= 1 ? 0 : (1 - this.#tokens) * bucket.refillMs;
  }

  take(): void {
    this.#tokens -= 1;
  }
}

/** Telegram's sending limits: 30 per second in total, 20 per minute per group, a bucket of 3 per chat. */
export class Limits {
  on: boolean;
  readonly #now: SteadyClock;
  #overall = new SlidingWindow(overall);
  #groups = new Map<number, SlidingWindow>();
  #chats = new Map<number, Bucket>();

  constructor(on: boolean, now: SteadyClock = () => performance.now()) {
    this.on = on;
    this.#now = now;
  }

  switch(on: boolean): void {
    this.on = on;
    this.#overall = new SlidingWindow(overall);
    this.#groups = new Map();
    this.#chats = new Map();
  }

  /** Counts a call, or refuses it with 429. */
  take(chatId: number): void {
    if (!this.on) return;
    const now = this.#now();
    const chat = this.#entry(this.#chats, chatId, () => new Bucket(now));
    const groupWindow =
      chatId < 0 ? this.#entry(this.#groups, chatId, () => new SlidingWindow(group)) : undefined;
    const wait = Math.max(this.#overall.wait(now), chat.wait(now), groupWindow?.wait(now) ?? 0);
    if (wait > 0) throw tooManyRequests(Math.max(1, Math.ceil(wait / 1000)));
    this.#overall.take(now);
    chat.take();
    groupWindow?.take(now);
  }

  #entry<V>(map: Map<number, V>, key: number, make: () => V): V {
    const value = map.get(key) ?? make();
    map.set(key, value);
    return value;
  }
}
