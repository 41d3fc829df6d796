export type BotCall = {
  id: number;
  method: string;
  parameters: Record<string, unknown>;
  /** The real time at which the call came. */
  receivedAt: string;
  status: number | null;
  answer: unknown;
  fault?: string;
};

export type ChatMessage = {
  messageId: number;
  from: number | null;
  text: string | null;
  inlineKeyboard: { text: string; callbackData?: string }[][];
  deleted?: true;
};

export type Control = ReturnType<typeof controlClient>;

/** The sandbox's control API: acts as users in Telegram, lists the bot's calls, injects faults. */
export function controlClient(root: string) {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${root}/sandbox${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }

  return {
    say: (person: number, text: string) =>
      call<{ messageIds: number[] }>("POST", `/chats/${person}/messages`, { from: person, text }),
    sendPhotos: (person: number, photos: string[]) =>
      call<{ messageIds: number[] }>("POST", `/chats/${person}/messages`, { from: person, photos }),
    press: (person: number, messageId: number, data: string) =>
      call<{ answered: boolean; text?: string }>("POST", `/chats/${person}/callbacks`, {
        from: person,
        messageId,
        data,
      }),
    messages: (chat: number) => call<ChatMessage[]>("GET", `/chats/${chat}/messages`),
    calls: (since: number) => call<BotCall[]>("GET", `/calls?since=${since}`),
    limits: (on: boolean) => call<unknown>("POST", "/limits", { on }),
    fault: (fault: Record<string, unknown>) => call<unknown>("POST", "/faults", fault),
    noFaults: () => call<unknown>("DELETE", "/faults"),
    storeDown: (down: boolean) => call<unknown>("POST", "/store", { down }),
    now: async () => new Date((await call<{ now: string }>("GET", "/clock")).now),
  };
}
