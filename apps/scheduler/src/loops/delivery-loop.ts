import type { Deliverer } from "@stsphera/core/deliveries";
import { type Loop, startLoop } from "./loop.ts";

const POLL_MS = 200;
const RECLAIM_MS = 1_000;
/** Chats that are sent to side by side. */
const PLACES = 8;

/** Sends the queue: several chats side by side, the most urgent first, so that a slow one holds nobody up. */
export function startDeliveryLoop(
  deliverer: Deliverer,
  warn: (message: string, error: unknown) => void,
): Loop {
  const working = new Map<string, Promise<void>>();
  /** Chats that must rest, until this moment of the steady clock. */
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
