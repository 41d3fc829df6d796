import { expect } from "@playwright/test";

export type SandboxMessage = {
  messageId: number;
  chatId: number;
  from: number;
  text: string | null;
  photos: string[];
  inlineKeyboard: { text: string; callbackData?: string; webApp?: string; url?: string }[][];
  deleted?: boolean;
};

export const PEOPLE = {
  admin: 1_000_001,
  director: 1_000_002,
  manager: 1_000_004,
  buyer: 1_000_009,
  foreman: 1_000_011,
  pto: 1_000_013,
  installer: 1_000_016,
  eastForeman: 1_000_018,
  newcomer: 1_000_099,
  stranger: 1_000_098,
};

/** Acts as a user in Telegram, through the sandbox's control API. */
export function sandboxClient(sandbox: string) {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${sandbox}/sandbox${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  };
  const client = {
    messages: async (chatId: number) => {
      const answer = await call<SandboxMessage[] | { messages: SandboxMessage[] }>(
        "GET",
        `/chats/${chatId}/messages`,
      );
      return Array.isArray(answer) ? answer : answer.messages;
    },
    say: (chatId: number, body: Record<string, unknown>) =>
      call<unknown>("POST", `/chats/${chatId}/messages`, { from: chatId, ...body }),
    press: (chatId: number, messageId: number, data: string) =>
      call<{ answered: boolean; text?: string }>("POST", `/chats/${chatId}/callbacks`, {
        from: chatId,
        messageId,
        data,
      }),
    clock: (body: Record<string, unknown>) => call<{ now: string }>("POST", "/clock", body),
    fault: (fault: Record<string, unknown>) => call<unknown>("POST", "/faults", fault),
    noFaults: () => call<unknown>("DELETE", "/faults"),
    initData: async (userId: number, startParam?: string) => {
      const query = new URLSearchParams({ userId: String(userId), ...(startParam ? { startParam } : {}) });
      return (await call<{ initData: string }>("GET", `/init-data?${query}`)).initData;
    },
    /** Waits for the newest matching message of a chat. */
    async awaitMessage(chatId: number, fits: (message: SandboxMessage) => boolean): Promise<SandboxMessage> {
      let found: SandboxMessage | undefined;
      await expect
        .poll(
          async () => {
            found = (await client.messages(chatId)).filter((one) => one.deleted !== true).findLast(fits);
            return found !== undefined;
          },
          { timeout: 20_000, intervals: [100] },
        )
        .toBe(true);
      if (found === undefined) throw new Error("no such message");
      return found;
    },
    /** Presses the inline button whose caption matches, on the newest message that has it. */
    async pressCaption(chatId: number, caption: RegExp): Promise<void> {
      const has = (message: SandboxMessage) => buttonsOf(message).some((one) => caption.test(one.text));
      const message = await client.awaitMessage(chatId, has);
      const button = buttonsOf(message).find((one) => caption.test(one.text));
      if (button?.callbackData === undefined) throw new Error(`${caption} is no callback button`);
      await client.press(chatId, message.messageId, button.callbackData);
    },
  };
  return client;
}

export const buttonsOf = (message: SandboxMessage) => message.inlineKeyboard.flat();
