import { DomainError } from "@stsphera/core";
import { type BotApi, TelegramError, TelegramUnreachable } from "@stsphera/telegram";

/** The bot's name in addresses of Telegram: as the settings say, or as Telegram says when it is first needed. */
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
