import type { BotApi, User } from "@stsphera/telegram";

type Deps = {
  username: string | undefined;
  shortName: string;
  api: BotApi;
  warn: (message: string, error: unknown) => void;
};

/**
 * `https://t.me/<bot>/<app>`, the only link to the Mini App that works in groups. Null until the bot's name is known: from
 * the settings at once, else as soon as Telegram has answered.
 */
export function createGroupAppUrl({ username, shortName, api, warn }: Deps): () => string | null {
  const state: { username: string | undefined; asking: boolean } = { username, asking: false };

  async function ask(): Promise<void> {
    try {
      state.username = (await api.call<User>("getMe")).username;
    } catch (error) {
      warn("the bot's name is not known yet: messages in groups have no link", error);
    } finally {
      state.asking = false;
    }
  }

  return () => {
    if (state.username !== undefined) return `https://t.me/${state.username}/${shortName}`;
    if (!state.asking) {
      state.asking = true;
      void ask();
    }
    return null;
  };
}
