import type { Context } from "@stsphera/core";
import type { Locale } from "@stsphera/contracts";
import { shorten } from "@stsphera/contracts/format";
import type { Actor, UserActor } from "@stsphera/rbac";
import {
  type CallbackQuery,
  escapeHtml,
  fitText,
  type Message,
  MESSAGE_LIMIT,
  type RenderedMessage,
  type ReplyMarkup,
  toInlineKeyboard,
  type Update,
  type Upload,
  type User,
} from "@stsphera/telegram";
import { type BotTranslator, botTranslator } from "../locales/i18n.ts";
import { type ChatMemory, emptyMemory } from "./memory.ts";
import type { Services } from "./services.ts";
import { marked, viewedAs, type ViewAs } from "./view-as.ts";

/** A Bot API call that is queued when the turn is over. */
export type Outgoing = {
  chatId: string;
  method: string;
  params: Record<string, unknown>;
  cardKey?: string;
  ring?: "never" | "always";
  /** The message holds a secret or a file: its contents are dropped from the queue once it is sent. */
  once?: true;
};

export type TurnStart = {
  update: Update;
  from: User;
  chatId: string;
  now: Date;
  services: Services;
  actor: UserActor | null;
  memory: ChatMemory | null;
  /** The pressed message stays: what a press shows is sent below it. */
  keepsPressed?: boolean;
  /** The press that requested this update to be processed again. */
  retriedBy?: string;
};

/**
 * Processing of one update: the actor, the memory and the replies. Nothing is sent meanwhile; the ingest stores replies
 * and memory in one transaction.
 */
export type Turn = ReturnType<typeof createTurn>;

/** The update's id as shown to users and written to the logs. */
export const codeOf = (update: Update): string => update.update_id.toString(36);

const TOAST_LIMIT = 200;

const languageOf = (from: User): Locale => (from.language_code?.startsWith("en") === true ? "en" : "ru");

/** A message in a topic of a forum is answered there. */
function topicOf({ message, callback_query: press }: Update): { message_thread_id?: number } {
  const said = message ?? press?.message;
  if (said === undefined || !("is_topic_message" in said) || said.message_thread_id === undefined) return {};
  return { message_thread_id: said.message_thread_id };
}

export function createTurn(start: TurnStart) {
  const { update, from, chatId, now, services, actor: self, keepsPressed = false } = start;
  const view = start.memory?.viewAs ?? null;
  const viewed = self === null || view === null ? null : viewedAs(self, view);
  const viewing: ViewAs | null = viewed === null ? null : view;
  const actor = viewed ?? self;
  const locale: Locale = actor?.locale ?? languageOf(from);
  const t: BotTranslator = botTranslator(locale);
  const callback: CallbackQuery | undefined = update.callback_query;
  const outgoing: Outgoing[] = [];
  const requestId = codeOf(update);
  const topic = topicOf(update);
  let memory = start.memory ?? emptyMemory();
  let touched = false;
  let commands = 0;
  let answered = false;

  /** Marks replies while an admin views as another role, including the turn in which the view starts or ends. */
  const withViewMark = (message: RenderedMessage): RenderedMessage => {
    const look = memory.viewAs;
    const isViewing = look !== null && self !== null && viewedAs(self, look) !== null;
    return isViewing ? marked(message, look, { t, locale }) : message;
  };
  const textParams = (message: RenderedMessage) => ({
    text: fitText(message.text, MESSAGE_LIMIT),
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
  });
  const keyboardOf = (message: RenderedMessage) =>
    message.buttons.length === 0 ? {} : { reply_markup: toInlineKeyboard(message.buttons) };

  return {
    update,
    from,
    chatId,
    now,
    services,
    /** The effective actor: the user, or the role an admin is viewing as. */
    actor,
    /** The user themselves. */
    self,
    /** The role an admin is viewing as; null when they are not. */
    viewing,
    locale,
    t,
    requestId,
    callback,
    message: update.message as Message | undefined,
    outgoing: outgoing as readonly Outgoing[],

    /** The actor; throws in a turn without an account. */
    person(): UserActor {
      if (actor === null) throw new Error("a turn without a person");
      return actor;
    },
    memory: (): ChatMemory => memory,
    remembers: (): boolean => touched,
    remember(changes: Partial<ChatMemory>): void {
      memory = { ...memory, ...changes };
      touched = true;
    },

    /** Context for the next verb; a repeated update gets the stored answers of its verbs by their idempotency keys. */
    context(key?: string, as?: Actor): Context {
      commands += 1;
      const who = as ?? actor;
      if (who === null) throw new Error("a verb without an actor");
      return {
        db: services.db,
        actor: who,
        now,
        requestId,
        idempotencyKey: key ?? `tg:${update.update_id}:${commands}`,
        warn: services.warn,
      };
    },

    /** Sends a new message. */
    say(plain: RenderedMessage, markup?: ReplyMarkup): void {
      const message = withViewMark(plain);
      const reply = markup === undefined ? keyboardOf(message) : { reply_markup: markup };
      outgoing.push({
        chatId,
        method: "sendMessage",
        params: { ...topic, ...textParams(message), ...reply },
      });
    },
    /** Sends a message with a secret, of which nothing is kept once it is sent. */
    sayOnce(plain: RenderedMessage): void {
      const params = { ...textParams(plain), ...keyboardOf(plain) };
      outgoing.push({ chatId, method: "sendMessage", params, once: true });
    },
    /** Sends a document, whose bytes are not kept once it is sent. */
    sendFile(upload: Upload["upload"]): void {
      outgoing.push({ chatId, method: "sendDocument", params: { document: { upload } }, once: true });
    },
    /**
     * Shows a live card. It is edited in place; `below` sends it again at the end of the chat and deletes the old one;
     * `pressed` turns the message whose button was pressed into the card.
     */
    card(
      cardKey: string,
      plain: RenderedMessage,
      where: "in place" | "below" | "pressed" = "in place",
    ): void {
      const message = withViewMark(plain);
      const pressed = keepsPressed ? undefined : callback?.message?.message_id;
      const adopted = where === "pressed" && pressed !== undefined ? { message_id: pressed } : {};
      outgoing.push({
        chatId,
        method: "sendMessage",
        params: { ...textParams(message), reply_markup: toInlineKeyboard(message.buttons), ...adopted },
        cardKey,
        ring: where === "below" || (where === "pressed" && keepsPressed) ? "always" : "never",
      });
    },
    /** Edits the message whose button was pressed; without a press, or where it stays, sends a new message. */
    show(plain: RenderedMessage): void {
      const pressed = keepsPressed ? undefined : callback?.message?.message_id;
      if (pressed === undefined) return this.say(plain);
      const message = withViewMark(plain);
      outgoing.push({
        chatId,
        method: "editMessageText",
        params: {
          message_id: pressed,
          ...textParams(message),
          reply_markup: toInlineKeyboard(message.buttons),
        },
      });
    },
    /** Replaces the buttons of the message whose button was pressed. */
    showButtons(buttons: RenderedMessage["buttons"]): void {
      const pressed = callback?.message?.message_id;
      if (pressed === undefined || keepsPressed) return;
      outgoing.push({
        chatId,
        method: "editMessageReplyMarkup",
        params: { message_id: pressed, reply_markup: toInlineKeyboard(buttons) },
      });
    },
    /** Answers a press with a short notice; without a press nothing is shown. */
    toast(text?: string): void {
      const pressId = callback?.id ?? start.retriedBy;
      if (pressId === undefined || answered) return;
      answered = true;
      const words = text === undefined ? {} : { text: shorten(text, TOAST_LIMIT) };
      outgoing.unshift({
        chatId,
        method: "answerCallbackQuery",
        params: { callback_query_id: pressId, ...words },
      });
    },
    /** A short text: a notice after a press, otherwise a message. */
    tell(text: string): void {
      if (callback === undefined) this.say({ text: escapeHtml(text), buttons: [] });
      else this.toast(text);
    },
    /** Queues any other call, also for another chat. */
    call(method: string, params: Record<string, unknown>, toChat = chatId): void {
      outgoing.push({ chatId: toChat, method, params });
    },
  };
}
