import type { BotApi, Update, User } from "@stsphera/telegram";
import { Telegraf } from "telegraf";
import { DOOR_FEATURES, FEATURES, GROUP_FEATURES, GUARDS } from "./features/index.ts";
import { answerErrors } from "./engine/answer-errors.ts";
import type { BotContext } from "./engine/bot-context.ts";
import { syncCommandList } from "./engine/command-list.ts";
import { lastResort, onlyOwnButtons } from "./engine/edges.ts";
import { onStaleStep } from "./engine/steps.ts";
import { keepSuspended } from "./engine/suspended.ts";
import { endLostDialogue } from "./engine/lost-dialogue.ts";
import type { Feature } from "./engine/feature.ts";
import { runForms } from "./engine/forms/run-forms.ts";
import { handlersOf, openWaiting, registered } from "./engine/register-features.ts";
import type { Registered } from "./engine/registered.ts";
import type { Turn } from "./engine/turn.ts";

export type Bot = {
  /** Runs the handlers for the update of a turn. */
  handle(turn: Turn): Promise<void>;
  readonly registered: Registered;
};

export type BotDeps = { api: BotApi; me: User };

function useAll(bot: Telegraf<BotContext>, features: readonly Feature[]): void {
  for (const feature of features) bot.use(handlersOf(feature));
}

/** Uses Telegraf only as router and context: it neither fetches updates nor sends messages. */
export function createBot({ api, me }: BotDeps): Bot {
  const bot = new Telegraf<BotContext>("unused", {
    handlerTimeout: Infinity,
    telegram: { webhookReply: false },
  });
  bot.botInfo = {
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    ...me,
  } as typeof bot.botInfo;
  const turns = new WeakMap<object, Turn>();

  bot.use((ctx, next) => {
    const call = (method: string, params: object) => api.call(method, { ...params });
    ctx.telegram.callApi = call as typeof ctx.telegram.callApi;
    const turn = turns.get(ctx.update);
    if (turn === undefined) throw new Error("an update without a turn");
    ctx.turn = turn;
    return next();
  });
  const forms = FEATURES.flatMap((feature) => feature.forms ?? []);
  bot.use(answerErrors);
  useAll(bot, GROUP_FEATURES);
  bot.use(onlyOwnButtons);
  for (const guard of GUARDS) bot.use(guard);
  useAll(bot, DOOR_FEATURES);
  bot.use(syncCommandList);
  bot.use(keepSuspended(forms));
  bot.use(endLostDialogue(forms));
  bot.use(runForms(forms));
  bot.use(openWaiting(FEATURES));
  useAll(bot, FEATURES);
  bot.on("callback_query", (ctx, next) => onStaleStep(ctx.turn, next));
  bot.use(lastResort);
  bot.catch((error) => {
    throw error;
  });

  return {
    registered: registered(FEATURES),
    async handle(turn) {
      turns.set(turn.update, turn);
      await bot.handleUpdate(turn.update as Update as Parameters<typeof bot.handleUpdate>[0]);
    },
  };
}
