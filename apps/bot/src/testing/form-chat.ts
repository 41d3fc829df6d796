import type { UserActor } from "@stsphera/rbac";
import type { Update } from "@stsphera/telegram";
import { Composer, Context } from "telegraf";
import type { Sent as Said } from "./bot-world.ts";
import type { BotContext } from "../engine/bot-context.ts";
import type { Feature } from "../engine/feature.ts";
import type { AnyForms } from "../engine/forms/form-feature.ts";
import { type FormStart, openForm } from "../engine/forms/move-on.ts";
import { runForms } from "../engine/forms/run-forms.ts";
import { type ChatMemory, emptyMemory } from "../engine/memory.ts";
import type { Services } from "../engine/services.ts";
import { handlersOf } from "../engine/register-features.ts";
import { onStaleStep } from "../engine/steps.ts";
import { keepSuspended } from "../engine/suspended.ts";
import { createTurn, type Turn } from "../engine/turn.ts";

const ME = { id: 7, is_bot: true as const, first_name: "Bot", username: "bot" };
const FROM = { id: 11, is_bot: false, first_name: "Сергей", language_code: "ru" };
const CHAT = { id: 11, type: "private" as const, first_name: "Сергей" };

type Keyboard = { text: string; callback_data?: string }[][];
type Sent = { text?: string; reply_markup?: { inline_keyboard?: Keyboard } };

/** A chat with the forms and buttons of given features: no database, no Telegram, memory kept in a variable. */
export function createFormChat(
  features: readonly AnyForms[],
  {
    now = new Date("2026-09-08T07:00:00Z"),
    buttonsOf = [],
  }: { now?: Date; buttonsOf?: readonly Feature[] } = {},
) {
  const actor = {
    id: 1,
    status: "active",
    locale: "ru",
    timeZone: "Europe/Moscow",
    fullName: "Сергей Белов",
  };
  const composer = new Composer<BotContext>();
  composer.use((ctx, next) => keepSuspended(features)(ctx, next));
  composer.use(runForms(features));
  for (const feature of buttonsOf) composer.use(handlersOf(feature));
  composer.on("callback_query", (ctx, next) => onStaleStep(ctx.turn, next));
  let memory: ChatMemory = emptyMemory();
  let updateId = 100;
  let keyboard: Keyboard = [];
  let text = "";
  let toast: string | null = null;

  async function work(update: object, handle?: (turn: Turn) => Promise<void>): Promise<void> {
    updateId += 1;
    const full = { update_id: updateId, ...update } as Update;
    const services = { webApps: true, publicUrl: "https://s.example" } as Services;
    const turn = createTurn({
      update: full,
      from: FROM,
      chatId: "11",
      now,
      services,
      actor: actor as unknown as UserActor,
      memory,
    });
    const ctx = new Context(full as never, {} as never, ME as never) as unknown as BotContext;
    ctx.turn = turn;
    toast = null;
    const last = handle === undefined ? () => Promise.resolve() : () => handle(turn);
    await composer.middleware()(ctx, last);
    memory = turn.memory();
    for (const { method, params } of turn.outgoing) {
      const sent = params as Sent;
      if (method === "answerCallbackQuery") toast = sent.text ?? "";
      if (sent.text === undefined || method === "answerCallbackQuery") continue;
      ({ text } = sent);
      const buttons = sent.reply_markup?.inline_keyboard ?? [];
      if (buttons.length > 0) keyboard = buttons;
    }
  }

  const message = (content: Said) =>
    work({ message: { message_id: updateId, from: FROM, chat: CHAT, date: 1, ...content } });

  return {
    open: (feature: AnyForms, start: FormStart) =>
      work({ message: { message_id: 1, from: FROM, chat: CHAT, date: 1, text: "/begin" } }, (turn) =>
        openForm(feature, turn, start),
      ),
    say: (words: string) => message({ text: words }),
    send: message,
    photo: (unique: string, album?: string) =>
      message({
        photo: [{ file_id: unique, file_unique_id: unique, width: 90, height: 60 }],
        ...(album === undefined ? {} : { media_group_id: album }),
      }),
    press: (data: string) =>
      work({
        callback_query: {
          id: "q",
          from: FROM,
          chat_instance: "1",
          data,
          message: { message_id: 5, chat: CHAT, date: 1 },
        },
      }),
    memory: () => memory,
    dialogue: () => memory.dialogue,
    data: () => keyboard.flat().flatMap(({ callback_data: data }) => (data === undefined ? [] : [data])),
    shown: () => ({ text, toast }),
  };
}
export type FormChat = ReturnType<typeof createFormChat>;
