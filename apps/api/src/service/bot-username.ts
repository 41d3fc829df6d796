import { DomainError } from "@stsphera/core";
import { type BotApi, TelegramError, TelegramUnreachable } from "@stsphera/telegram";

/** The bot's username for t.me links: from the settings, or asked of Telegram when first needed. */
export function createBotUsername(given: string | undefined, api: BotApi): () => Promise<string> {
  let known = given;
  return async () => {
    known ??= await ask(api);
    return known;
  };
}

async function ask(api: BotApi): Promise<string> {
  try {
    const { username } = await api.call<{ username: string }>("getMe");
    return username;
  } catch (error) {
    const away = error instanceof TelegramUnreachable || error instanceof TelegramError;
    throw away ? new DomainError("unavailable", { sentence: "bot_unknown" }) : error;
  }
}
