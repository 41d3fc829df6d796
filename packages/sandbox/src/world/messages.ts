import { randomInt } from "node:crypto";
import type { Store, Table } from "../state/store.ts";
import type { Message, StoredMessage } from "./model.ts";

const tablePrefix = "messages/";

/** The chat of a journal table with messages; undefined for other tables. */
export function chatOfTable(table: string): number | undefined {
  return table.startsWith(tablePrefix) ? Number(table.slice(tablePrefix.length)) : undefined;
}

/** Messages of all chats. Each supergroup has its own numbering; private chats and groups share one, as in Telegram. */
export class Messages {
  readonly #store: Store;
  readonly #counters: Table<number>;

  constructor(store: Store) {
    this.#store = store;
    this.#counters = store.table("counters");
  }

  get(chatId: number, messageId: number): StoredMessage | undefined {
    return this.#of(chatId).get(messageId);
  }

  list(chatId: number): StoredMessage[] {
    return this.#of(chatId).values();
  }

  last(chatId: number): StoredMessage | undefined {
    return this.list(chatId).findLast((stored) => !stored.deleted);
  }

  /** Numbers the message and saves it. */
  add(draft: Omit<Message, "message_id">, extra: Omit<StoredMessage, "message"> = {}): Message {
    const message: Message = { message_id: this.#nextId(draft.chat), ...draft };
    this.put({ message, ...extra });
    return message;
  }

  put(stored: StoredMessage): void {
    this.#of(stored.message.chat.id).set(stored.message.message_id, stored);
  }

  #of(chatId: number): Table<StoredMessage> {
    return this.#store.table(`${tablePrefix}${chatId}`);
  }

  #nextId(chat: Message["chat"]): number {
    const counter = chat.type === "supergroup" ? `message/${chat.id}` : "message";
    return this.#counters.set(counter, (this.#counters.get(counter) ?? randomStart(chat)) + 1);
  }
}

function randomStart(chat: Message["chat"]): number {
  return chat.type === "supergroup" ? 0 : randomInt(100, 1000);
}
