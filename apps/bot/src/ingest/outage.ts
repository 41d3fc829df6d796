import type { Locale } from "@stsphera/contracts";
import { type BotApi, card, type Update } from "@stsphera/telegram";
import { botTranslator } from "../locales/i18n.ts";
import { authorOf, chatOf } from "./chat-of-update.ts";

/**
 * Tells users once per outage that their messages wait. Sends directly, as the queue is in the unavailable database.
 */
export function createOutage(api: BotApi, warn: (message: string, error: unknown) => void) {
  const told = new Set<string>();

  async function notifyOne(update: Update): Promise<void> {
    const chatId = chatOf(update);
    const from = authorOf(update);
    if (chatId === null || chatId !== String(from?.id) || told.has(chatId)) return;
    told.add(chatId);
    const locale: Locale = from?.language_code?.startsWith("en") === true ? "en" : "ru";
    const t = botTranslator(locale);
    const text = card(t("error.db_away.title"), [t("error.db_away.text")]);
    try {
      await api.call("sendMessage", { chat_id: Number(chatId), text, parse_mode: "HTML" });
    } catch (error) {
      warn("nobody could be told of the outage", error);
    }
  }

  return {
    async tell(updates: readonly Update[]): Promise<void> {
      await Promise.all(updates.map(notifyOne));
    },
    over: (): void => told.clear(),
  };
}
