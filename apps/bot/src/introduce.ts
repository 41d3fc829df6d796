import { setTimeout as sleep } from "node:timers/promises";
import { type BotApi, TelegramError, type User } from "@stsphera/telegram";
import { ALLOWED_UPDATES } from "./ingest/chat-of-update.ts";
import { groupCommands, newcomersCommands } from "./engine/command-list.ts";

const FIRST_MS = 250;
const MAX_MS = 5_000;

/** Asks Telegram for the bot's identity until it answers. Throws when the token is refused. */
export async function whoAmI(
  api: BotApi,
  warn: (message: string, error: unknown) => void,
  signal: AbortSignal,
): Promise<User> {
  for (let restMs = FIRST_MS; ; restMs = Math.min(MAX_MS, restMs * 2)) {
    signal.throwIfAborted();
    try {
      return await api.call<User>("getMe");
    } catch (error) {
      if (error instanceof TelegramError && error.code === 401) throw error;
      if (restMs === FIRST_MS || restMs === MAX_MS) warn("Telegram does not answer yet", error);
      await sleep(restMs, undefined, { signal });
    }
  }
}

export type Introduction = { api: BotApi; mode: "polling" | "webhook"; publicUrl: string; secret: string };

/** Configures at Telegram where updates are sent, and the command list for users without an account. */
export async function introduce({ api, mode, publicUrl, secret }: Introduction): Promise<void> {
  for (const params of [...newcomersCommands(), ...groupCommands()]) await api.call("setMyCommands", params);
  if (mode === "polling") {
    await api.call("deleteWebhook", {});
    return;
  }
  await api.call("setWebhook", {
    url: `${publicUrl}/telegram/webhook`,
    secret_token: secret,
    allowed_updates: ALLOWED_UPDATES,
  });
}
