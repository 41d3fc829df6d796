import type { Deliverer } from "@stsphera/core/deliveries";

/** Sends a chat's replies at once; replies held back by Telegram's limits are sent as soon as those allow. */
export function createReplySender(deliverer: Deliverer, warn: (message: string, error: unknown) => void) {
  const resting = new Map<string, NodeJS.Timeout>();

  async function send(chatId: string): Promise<void> {
    try {
      const { waitMs } = await deliverer.drainChat(chatId);
      if (waitMs !== null) later(chatId, waitMs);
    } catch (error) {
      warn("replies wait for the next occasion", error);
    }
  }

  function later(chatId: string, waitMs: number): void {
    if (resting.has(chatId)) return;
    const timer = setTimeout(() => {
      resting.delete(chatId);
      void send(chatId);
    }, waitMs);
    resting.set(chatId, timer);
  }

  return {
    send,
    stop(): void {
      for (const timer of resting.values()) clearTimeout(timer);
      resting.clear();
    },
  };
}
