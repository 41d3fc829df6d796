import { relayNext } from "@stsphera/core/notify";
import { NOTICES } from "@stsphera/core/registry";
import { type BotWorld, PUBLIC_URL } from "./bot-world.ts";

/** Relays every event so far and sends what it makes, as the scheduler does. */
export async function relayNotices({ world, warnings, now, settle }: BotWorld): Promise<void> {
  const warn = (message: string, error: unknown) => void warnings.push({ message, error });
  const deps = { db: world.db, now, publicUrl: PUBLIC_URL, notices: NOTICES, warn };
  for (let kind = "relayed"; kind !== "idle";) kind = (await relayNext(deps)).kind;
  await settle();
}
