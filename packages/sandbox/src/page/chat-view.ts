import type { ButtonView, MessageView } from "../control/message-view.ts";
import { api } from "./api.ts";
import { Composer } from "./composer.ts";
import { ask, button, element, showError, toast } from "./dom.ts";
import { groupHead } from "./group-head.ts";
import { MessageList } from "./message-list.ts";
import type { Phone } from "./phone.ts";
import { chatOf, type Session } from "./session.ts";
import { texts } from "./texts.ts";

/** The selected chat: header, messages and composer. */
export class ChatView {
  readonly #root: HTMLElement;
  readonly #session: Session;
  readonly #phone: Phone;
  readonly #head = element("div", { class: "chat-head" });
  readonly #list: MessageList;
  readonly #composer: Composer;
  #loading: Promise<void> | undefined;
  #again = false;

  constructor(root: HTMLElement, session: Session, phone: Phone) {
    this.#root = root;
    this.#session = session;
    this.#phone = phone;
    this.#list = new MessageList(session, {
      openLink: (url) => phone.openLink(url),
      sendCommand: (text) => void this.#send({ text }).catch(showError),
      press: (message, pressed, node) => void this.#press(message, pressed, node).catch(showError),
    });
    this.#composer = new Composer({
      send: (content) => this.#send(content),
      openApp: (url) => void phone.open(url).catch(showError),
    });
    root.replaceChildren(element("p", { class: "empty" }, texts.choose));
  }

  /** Shows another chat. */
  async open(): Promise<void> {
    this.#list.clear();
    this.#composer.reset();
    this.#root.replaceChildren(this.#head, this.#list.root, this.#composer.root);
    this.drawHead();
    await Promise.all([this.refresh(), this.refreshMenu()]);
  }

  /** Loads the messages; calls made meanwhile cause one more load in total. */
  async refresh(): Promise<void> {
    if (this.#loading) {
      this.#again = true;
      return this.#loading;
    }
    this.#loading = this.#load();
    try {
      await this.#loading;
    } finally {
      this.#loading = undefined;
    }
    if (this.#again) {
      this.#again = false;
      await this.refresh();
    }
  }

  async refreshMenu(): Promise<void> {
    const { chatId, senderId } = this.#session;
    if (chatId === undefined || senderId === undefined) return;
    const menu = await api.menu(chatId, senderId);
    if (this.#session.chatId === chatId) this.#composer.showMenu(menu);
  }

  drawHead(): void {
    const chat = chatOf(this.#session, this.#session.chatId);
    if (!chat) return;
    const actions = chat.members
      ? groupHead(this.#session, chat, async () => {
          this.drawHead();
          await Promise.all([this.refresh(), this.refreshMenu()]);
        })
      : this.#personActions(chat.id, chat.blocked);
    this.#head.replaceChildren(element("h1", { "data-testid": "chat-title" }, chat.title), ...actions);
  }

  async #load(): Promise<void> {
    const { chatId } = this.#session;
    if (chatId === undefined) return;
    const all = await api.messages(chatId);
    if (this.#session.chatId !== chatId) return;
    const isForum = chatOf(this.#session, chatId)?.forum === true;
    const messages = isForum ? all.filter(({ threadId }) => threadId === this.#session.threadId) : all;
    this.#list.show(messages);
    this.#composer.showKeyboard(messages);
    this.#session.seen.set(chatId, all.at(-1)?.messageId ?? 0);
  }

  #personActions(id: number, blocked = false): HTMLElement[] {
    const label = blocked ? texts.unblock : texts.block;
    return [
      button(texts.start, { "data-testid": "start" }, () => this.#send({ text: "/start" })),
      button(label, { "data-testid": "block" }, () => api.block(id, !blocked)),
    ];
  }

  async #send(content: Record<string, unknown>): Promise<void> {
    const { chatId, senderId, anonymous, threadId } = this.#session;
    if (chatId === undefined || senderId === undefined) return;
    const inGroup = { ...(anonymous ? { anonymous } : {}), ...(threadId === undefined ? {} : { threadId }) };
    await api.send(chatId, { from: senderId, ...content, ...(chatId < 0 ? inGroup : {}) });
    await this.refresh();
  }

  async #press(message: MessageView, pressed: ButtonView, node: HTMLButtonElement): Promise<void> {
    const { senderId } = this.#session;
    if (senderId === undefined) return;
    if (pressed.webApp !== undefined) return this.#phone.open(pressed.webApp);
    if (pressed.url !== undefined) return this.#phone.openLink(pressed.url);
    if (pressed.copyText !== undefined) return navigator.clipboard.writeText(pressed.copyText);
    if (pressed.callbackData === undefined) return;
    node.setAttribute("aria-busy", "true");
    try {
      const press = { from: senderId, messageId: message.messageId, data: pressed.callbackData };
      const answer = await api.press(message.chatId, press);
      if (!answer.answered) toast(texts.notAnswered, "bad");
      if (answer.text && answer.showAlert) await ask(answer.text, [{ id: "ok", text: texts.close }]);
      else if (answer.text) toast(answer.text);
      if (answer.url) this.#phone.openLink(answer.url);
    } finally {
      node.removeAttribute("aria-busy");
    }
  }
}
