import { setTimeout as sleep } from "node:timers/promises";
import type { Locale } from "@stsphera/contracts";
import type { Database } from "@stsphera/db";
import { type BotApi, TelegramError } from "@stsphera/telegram";
import { botTranslator } from "./locales/i18n.ts";

/** Telegram takes about 30 calls a second of a bot; messages need most of them. */
const PAUSE_MS = 100;

export type MenuButton = { type: string; text?: string; web_app?: { url: string } };

export const appButton = (locale: Locale, url: string): MenuButton => ({
  type: "web_app",
  text: botTranslator(locale)("menu_button.open"),
  web_app: { url },
});

export type Moving = {
  api: BotApi;
  db: Database;
  publicUrl: string;
  warn: (message: string, error: unknown) => void;
  signal: AbortSignal;
};

/**
 * Sets the button of new chats, which also says which address was set last. When that was another one, every chat whose
 * user may come in gets the new one, though its user may never write: the button is their way into the app.
 */
export async function moveMenuButtons(moving: Moving): Promise<void> {
  const { api, db, publicUrl, warn, signal } = moving;
  const before = await api.call<MenuButton>("getChatMenuButton", {});
  if (before.web_app?.url === publicUrl) return;
  const chats = await db.read<{ id: string; locale: Locale }>(
    `select telegram_id::text as id, locale from users
     where status = 'active' and telegram_id is not null and unreachable_at is null order by id`,
    [],
  );
  for (const { id, locale } of chats) {
    const button = { chat_id: Number(id), menu_button: appButton(locale, publicUrl) };
    await patiently(() => api.call("setChatMenuButton", button), signal).catch((error: unknown) => {
      if (!(error instanceof TelegramError)) throw error;
      warn("a menu button was refused", error);
    });
    await sleep(PAUSE_MS, undefined, { signal });
  }
  // Last: a move that was cut off begins anew at the next start.
  await api.call("setChatMenuButton", { menu_button: appButton("ru", publicUrl) });
}

async function patiently(call: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await call();
      return;
    } catch (error) {
      if (!(error instanceof TelegramError) || error.retryAfter === undefined) throw error;
      await sleep(error.retryAfter * 1000, undefined, { signal });
    }
  }
}
