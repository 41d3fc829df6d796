import type { ReplyButton } from "../bot-api/markup/markup.ts";
import type { MessageView } from "../control/message-view.ts";
import type { Menu } from "./api.ts";
import { button, element } from "./dom.ts";
import { readFiles } from "./read-files.ts";
import { texts } from "./texts.ts";

export type ComposerActions = {
  send(content: Record<string, unknown>): Promise<void>;
  openApp(url: string): void;
};

/** Below the messages: the bot's keyboard, sample contents, text box, files and command menu. */
export class Composer {
  readonly root = element("div", { class: "bottom" });
  readonly #actions: ComposerActions;
  readonly #keyboard = element("div", { class: "keyboard" });
  readonly #chips = element("div", { class: "chips" });
  readonly #commands = element("div", { class: "commands", hidden: true });
  readonly #menuButton = element("div", { class: "buttons" });
  readonly #text = element("textarea", {
    "data-testid": "composer",
    rows: "1",
    placeholder: texts.message,
    "aria-label": texts.message,
  });
  readonly #picker = element("input", {
    type: "file",
    multiple: true,
    "data-testid": "attach",
    "aria-label": texts.attach,
  });
  #files: File[] = [];
  #usedKeyboard: number | undefined;

  constructor(actions: ComposerActions) {
    this.#actions = actions;
    this.#picker.addEventListener("change", () => {
      this.#files.push(...(this.#picker.files ?? []));
      this.#picker.value = "";
      this.#showFiles();
    });
    this.#text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      sendButton.click();
    });
    const attach = element("label", { class: "file" }, texts.attach, this.#picker);
    const sendButton = button(texts.send, { class: "primary", "data-testid": "send" }, () => this.#submit());
    const line = element("div", { class: "compose" }, this.#menuButton, attach, this.#text, sendButton);
    this.root.append(this.#commands, this.#keyboard, this.#samples(), this.#chips, line);
  }

  /** Shows the menu of the user in this chat. */
  showMenu({ commands, menuButton }: Menu): void {
    const items = commands.map(({ command, description }) => {
      const node = button(`/${command}`, { "data-testid": `command-${command}` }, async () => {
        this.#commands.hidden = true;
        await this.#actions.send({ text: `/${command}` });
      });
      node.append(element("span", {}, description));
      return node;
    });
    this.#commands.replaceChildren(...(items.length > 0 ? items : [element("span", {}, texts.noCommands)]));
    const menu = button(
      texts.menu,
      { "data-testid": "menu" },
      () => (this.#commands.hidden = !this.#commands.hidden),
    );
    const app =
      menuButton.type === "web_app"
        ? button(menuButton.text, { "data-testid": "menu-button", class: "primary" }, () =>
            this.#actions.openApp(menuButton.web_app.url),
          )
        : undefined;
    this.#menuButton.replaceChildren(...[app, menu].filter((node) => node !== undefined));
  }

  /** Shows the keyboard opened by the bot's latest message. */
  showKeyboard(messages: readonly MessageView[]): void {
    const holder = messages.findLast((message) => message.replyKeyboard !== undefined && !message.deleted);
    const markup = holder?.replyKeyboard;
    this.#keyboard.replaceChildren();
    if (!holder || !markup || !("keyboard" in markup) || this.#usedKeyboard === holder.messageId) return;
    for (const row of markup.keyboard) {
      const buttons = row.map((reply) =>
        button(reply.text, { "data-testid": "reply-button" }, async () => {
          if (markup.one_time_keyboard) this.#usedKeyboard = holder.messageId;
          await this.#reply(reply, holder.messageId);
        }),
      );
      this.#keyboard.append(element("div", { class: "row" }, ...buttons));
    }
  }

  /** Clears drafts when another chat is selected. */
  reset(): void {
    this.#text.value = "";
    this.#files = [];
    this.#commands.hidden = true;
    this.#showFiles();
  }

  async #reply(reply: ReplyButton, messageId: number): Promise<void> {
    if (reply.web_app) this.#actions.openApp(reply.web_app.url);
    else if (reply.request_contact) await this.#actions.send({ contact: true, replyTo: messageId });
    else if (reply.request_location) await this.#actions.send({ location: true, replyTo: messageId });
    else await this.#actions.send({ text: reply.text });
  }

  /** Empties the box before sending, so that what is typed meanwhile stays; a message that is refused comes back. */
  async #submit(): Promise<void> {
    const text = this.#text.value;
    const files = this.#files;
    this.reset();
    try {
      await this.#send(text, files);
    } catch (error) {
      if (this.#text.value === "") this.#text.value = text;
      this.#files = [...files, ...this.#files];
      this.#showFiles();
      throw error;
    }
  }

  async #send(text: string, files: File[]): Promise<void> {
    const { photos, documents } = await readFiles(files);
    const withText = text.trim() === "" ? {} : { text };
    if (photos.length > 0) await this.#actions.send({ photos, ...withText });
    if (documents.length > 0) await this.#actions.send({ documents, ...(photos.length > 0 ? {} : withText) });
    if (files.length === 0 && text.trim() !== "") await this.#actions.send({ text });
  }

  #showFiles(): void {
    this.#text.placeholder = this.#files.length > 0 ? texts.caption : texts.message;
    this.#chips.replaceChildren(
      ...this.#files.map((file) =>
        button(`${file.name} ✕`, { "data-testid": "attached" }, () => {
          this.#files = this.#files.filter((other) => other !== file);
          this.#showFiles();
        }),
      ),
    );
  }

  #samples(): HTMLElement {
    const sample = (label: string, testId: string, content: Record<string, unknown>) =>
      button(label, { "data-testid": testId }, () => this.#actions.send(content));
    return element(
      "div",
      { class: "tools" },
      sample(texts.sticker, "send-sticker", { sticker: true }),
      sample(texts.voice, "send-voice", { voice: true }),
      sample(texts.contact, "send-contact", { contact: true }),
      sample(texts.location, "send-location", { location: true }),
      sample(texts.poll, "send-poll", { poll: true }),
      sample(texts.forward, "send-forward", { text: texts.forwardedSample, forward: true }),
    );
  }
}
