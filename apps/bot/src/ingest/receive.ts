import { isDatabaseAway } from "@stsphera/core";
import type { Database } from "@stsphera/db";
import type { BotApi, Update } from "@stsphera/telegram";
import { createOutage } from "./outage.ts";
import { storeUpdates } from "./store-updates.ts";

export type ReceiveDeps = {
  db: Database;
  api: BotApi;
  now: () => Date;
  warn: (message: string, error: unknown) => void;
  /** Called after a batch was stored. */
  stored: (fresh: number) => void;
};

/** The only entry for updates, polled or pushed. Rejects when they could not be stored. */
export function createReceive(deps: ReceiveDeps) {
  const outage = createOutage(deps.api, deps.warn);

  return async function receive(updates: readonly Update[]): Promise<void> {
    try {
      const fresh = await storeUpdates(deps.db, updates, deps.now());
      outage.over();
      deps.stored(fresh);
    } catch (error) {
      if (isDatabaseAway(error)) await outage.tell(updates);
      throw error;
    }
  };
}
