import {
  type BotApi,
  type InlineKeyboardMarkup,
  TelegramError,
  TelegramUnreachable,
} from "@stsphera/telegram";

export type Call = { method: string; params: Record<string, unknown> };
export type Shown = {
  messageId: number;
  text: string;
  keyboard: { text: string; callback_data?: string; web_app?: { url: string } }[][];
  edited: boolean;
};

/** A fake Telegram that keeps the current messages of each chat. */
export function createFakeTelegram() {
  const calls: Call[] = [];
  const chats = new Map<number, Shown[]>();
  let messageId = 1000;
  let down = false;

  const keyboardOf = (params: Record<string, unknown>) =>
    (params["reply_markup"] as InlineKeyboardMarkup | undefined)?.inline_keyboard ?? [];
  const chat = (id: unknown): Shown[] => {
    const messages = chats.get(Number(id)) ?? [];
    chats.set(Number(id), messages);
    return messages;
  };
  const refuse = (method: string, description: string): never => {
    throw new TelegramError({ method, code: 400, description: `Bad Request: ${description}` });
  };
  const find = (method: string, params: Record<string, unknown>): Shown => {
    const found = chat(params["chat_id"]).find((message) => message.messageId === params["message_id"]);
    return found ?? refuse(method, "message to edit not found");
  };

  function answer(method: string, params: Record<string, unknown>): unknown {
    switch (method) {
      case "sendMessage": {
        messageId += 1;
        const keyboard = keyboardOf(params) as Shown["keyboard"];
        chat(params["chat_id"]).push({ messageId, text: String(params["text"]), keyboard, edited: false });
        return { message_id: messageId };
      }
      case "editMessageText": {
        const message = find(method, params);
        message.text = String(params["text"]);
        message.keyboard = keyboardOf(params) as Shown["keyboard"];
        message.edited = true;
        return { message_id: message.messageId };
      }
      case "editMessageReplyMarkup":
        find(method, params).keyboard = keyboardOf(params) as Shown["keyboard"];
        return { message_id: params["message_id"] };
      case "deleteMessage": {
        const messages = chat(params["chat_id"]);
        messages.splice(messages.indexOf(find(method, params)), 1);
        return true;
      }
      default:
        return true;
    }
  }

  const api: BotApi = {
    call: async <T>(method: string, params: Record<string, unknown> = {}): Promise<T> => {
      if (down) throw new TelegramUnreachable({ method, reason: "network", maybeApplied: false });
      calls.push({ method, params });
      return answer(method, params) as T;
    },
    downloadFile: async () => new Uint8Array(),
  };

  return {
    api,
    calls,
    messages: (chatId: number): readonly Shown[] => chat(chatId),
    /** The newest message of a chat. */
    last(chatId: number): Shown {
      const message = chat(chatId).at(-1);
      if (message === undefined) throw new Error(`nothing stands in chat ${chatId}`);
      return message;
    },
    toasts: (): string[] =>
      calls
        .filter(({ method }) => method === "answerCallbackQuery")
        .map(({ params }) => String(params["text"] ?? "")),
    goDown: (): void => void (down = true),
    comeBack: (): void => void (down = false),
  };
}
export type FakeTelegram = ReturnType<typeof createFakeTelegram>;
