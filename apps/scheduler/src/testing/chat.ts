/** A message as shown in the sandbox's chat. */
export type Message = {
  messageId: number;
  from: number | null;
  text: string | null;
  photos: string[];
  document?: { fileId: string };
  mediaGroupId?: string;
  inlineKeyboard: { text: string; webApp?: string; callbackData?: string }[][];
  editedAt?: string;
  deleted?: true;
};

export type Chat = {
  /** Current messages of the bot in a user's chat. */
  fromBot(chatId: number): Promise<Message[]>;
  /** Sends photos or documents as a user; returns the resulting messages. */
  send(chatId: number, content: Record<string, unknown>): Promise<Message[]>;
  /** Configures the sandbox: faults, outage of the object store, blocking. */
  order(path: string, body?: unknown): Promise<void>;
  clearFaults(): Promise<void>;
  /** Number of calls of a method. */
  calls(method: string): Promise<number>;
};

/** Test client of the sandbox's control API. */
export function chatOf(url: string): Chat {
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/sandbox${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
  return {
    fromBot: async (chatId) => {
      const messages = await ask<Message[]>("GET", `/chats/${chatId}/messages`);
      return messages.filter((message) => message.from !== chatId && message.deleted !== true);
    },
    send: async (chatId, content) => {
      const body = { from: chatId, ...content };
      return (await ask<{ messages: Message[] }>("POST", `/chats/${chatId}/messages`, body)).messages;
    },
    order: async (path, body = {}) => {
      await ask("POST", path, body);
    },
    clearFaults: async () => {
      await ask("DELETE", "/faults");
    },
    calls: async (method) => (await ask<unknown[]>("GET", `/calls?method=${method}`)).length,
  };
}
