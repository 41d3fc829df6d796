import type { Deliverer } from "@stsphera/core/deliveries";
import { type Loop, startLoop } from "./loop.ts";

const POLL_MS = 200;
const RECLAIM_MS = 1_000;
/** Number of chats served in parallel. */
const PLACES = 16;

/** Sends queued messages to several chats in parallel, most urgent first, so that a slow chat delays no other. */
export function startDeliveryLoop(
  deliverer: Deliverer,
  warn: (message: string, error: unknown) => void,
): Loop {
  const working = new Map<string, Promise<void>>();
  /** Chats to skip, with the end of the pause on the monotonic clock (ms). */
  const resting = new Map<string, number>();
  let reclaimedAt = 0;

  async function drain(chatId: string): Promise<void> {
    try {
      const { waitMs } = await deliverer.drainChat(chatId);
      if (waitMs !== null) resting.set(chatId, performance.now() + waitMs);
    } catch (error) {
      warn("a chat's messages could not be sent", error);
      resting.set(chatId, performance.now() + RECLAIM_MS);
    } finally {
      working.delete(chatId);
      loop.wake();
    }
  }

  async function look(): Promise<boolean> {
    const now = performance.now();
    for (const [chatId, until] of resting) if (until <= now) resting.delete(chatId);
    if (now - reclaimedAt > RECLAIM_MS) {
      reclaimedAt = now;
      await deliverer.reclaim();
    }
    const free = PLACES - working.size;
    if (free <= 0) return false;
    const chats = await deliverer.dueChats(free, [...working.keys(), ...resting.keys()]);
    for (const chatId of chats) working.set(chatId, drain(chatId));
    return false;
  }

  const loop = startLoop({ name: "the deliverer", pollMs: POLL_MS, work: look, warn });
  return {
    wake: loop.wake,
    stop: async () => {
      await loop.stop();
      await Promise.all(working.values());
    },
  };
}
