import type { ButtonView, MessageView } from "../control/message-view.ts";
import { api } from "./api.ts";
import { button, element } from "./dom.ts";
import { richText, type TextActions } from "./rich-text.ts";
import { nameOf, type Session } from "./session.ts";
import { texts } from "./texts.ts";

export type BubbleActions = TextActions & {
  press(message: MessageView, pressed: ButtonView, node: HTMLButtonElement): void;
};

/** One bubble: a message, or an album of several. */
export function bubble(
  session: Session,
  messages: readonly MessageView[],
  actions: BubbleActions,
): HTMLElement {
  const [first] = messages;
  if (!first) throw new Error("A bubble needs a message");
  const common = { "data-testid": "message", "data-message-id": String(first.messageId) };
  if (first.service !== undefined) return element("div", { ...common, class: "service" }, first.service);
  const fromBot = first.from === session.about.bot.id;
  const body = element(
    "div",
    { class: "body" },
    ...header(session, first, fromBot),
    ...contents(messages, actions),
    footer(first),
  );
  const from = fromBot ? "bot" : "person";
  const node = element("article", { ...common, class: `bubble ${from}`, "data-from": from }, body);
  if (first.inlineKeyboard.length > 0) node.append(keyboard(first, actions));
  return node;
}

function header(session: Session, message: MessageView, fromBot: boolean): HTMLElement[] {
  const inGroup = message.chatId < 0;
  return [
    ...(inGroup || fromBot ? [element("div", { class: "who" }, senderName(session, message))] : []),
    ...(message.forwardedFrom
      ? [element("div", { class: "quote" }, `${texts.forwarded} ${message.forwardedFrom}`)]
      : []),
    ...(message.replyTo === undefined
      ? []
      : [element("div", { class: "quote" }, `${texts.reply} № ${message.replyTo}`)]),
  ];
}

function senderName(session: Session, message: MessageView): string {
  return message.anonymous ? texts.anonymousName : nameOf(session, message.from);
}

function contents(messages: readonly MessageView[], actions: TextActions): HTMLElement[] {
  const photos = messages.flatMap((message) => message.photos);
  const captioned = messages.find((message) => (message.text ?? message.caption) !== null);
  const text = captioned?.text ?? captioned?.caption ?? "";
  return [
    ...(photos.length > 0 ? [album(photos)] : []),
    ...messages.flatMap(attachments),
    ...(text ? [element("div", { class: "text" }, richText(text, captioned?.entities ?? [], actions))] : []),
  ];
}

function album(photos: readonly string[]): HTMLElement {
  const images = photos.map((fileId) =>
    element("img", { src: api.fileUrl(fileId), alt: "", "data-testid": "photo" }),
  );
  return element("div", { class: photos.length === 1 ? "album single" : "album" }, ...images);
}

function attachments({ document, sticker, voice, contact, location, poll }: MessageView): HTMLElement[] {
  const line = (text: string) => element("div", { class: "text" }, text);
  return [
    ...(document
      ? [
          element(
            "a",
            { href: api.fileUrl(document.fileId), download: document.name },
            `📄 ${document.name}, ${texts.size(document.size)}`,
          ),
        ]
      : []),
    ...(sticker ? [line(`${sticker.emoji} ${texts.sticker}`)] : []),
    ...(voice ? [line(`🎤 ${texts.voice}, ${texts.seconds(voice.duration)}`)] : []),
    ...(contact ? [line(`👤 ${contact.firstName} ${contact.lastName ?? ""} ${contact.phoneNumber}`)] : []),
    ...(location ? [line(`📍 ${location.latitude}, ${location.longitude}`)] : []),
    ...(poll ? [line(`📊 ${poll.question}\n${poll.options.map((option) => `○ ${option}`).join("\n")}`)] : []),
  ];
}

function footer(message: MessageView): HTMLElement {
  const time = new Date(message.date).toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit" });
  return element("footer", {}, message.editedAt ? `${texts.edited} ${time}` : time);
}

function keyboard(message: MessageView, actions: BubbleActions): HTMLElement {
  const rows = message.inlineKeyboard.map((row) => {
    const buttons = row.map((view) => {
      const kind =
        view.callbackData !== undefined ? "callback" : view.webApp === undefined ? "url" : "web-app";
      const node = button(
        view.text,
        { "data-testid": "inline-button", "data-kind": kind, "data-data": view.callbackData },
        () => actions.press(message, view, node),
      );
      return node;
    });
    return element("div", { class: "row" }, ...buttons);
  });
  return element("div", { class: "keyboard" }, ...rows);
}
