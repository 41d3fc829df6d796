import type { BotApi, Update, User } from "@stsphera/telegram";
import { Telegraf } from "telegraf";
import { approvalsFeature } from "./features/approvals/approvals-feature.ts";
import { adminFeature } from "./features/people/admin/admin-feature.ts";
import { suspendedAdmin } from "./features/people/admin/suspended-admin.ts";
import { suspendedFact } from "./features/fact/suspended-fact.ts";
import { suspendedNewObject } from "./features/objects/new-object/suspended-new-object.ts";
import { suspendedNewTask } from "./features/tasks/new-task/suspended-new-task.ts";
import { suspendedTask } from "./features/tasks/suspended-task.ts";
import { suspendedTeam } from "./features/objects/team/suspended-team.ts";
import { deputyFeature } from "./features/objects/deputy/deputy-feature.ts";
import { suspendedDeputy } from "./features/objects/deputy/suspended-deputy.ts";
import { factFeature } from "./features/fact/fact-feature.ts";
import { groupsFeature } from "./features/groups/groups-feature.ts";
import { menuFeature } from "./features/menu/menu-feature.ts";
import { newObjectFeature } from "./features/objects/new-object/new-object-feature.ts";
import { newTaskFeature } from "./features/tasks/new-task/new-task-feature.ts";
import { notificationsFeature } from "./features/notifications/notifications-feature.ts";
import { objectsFeature } from "./features/objects/objects-feature.ts";
import { peopleFeature } from "./features/people/people-feature.ts";
import { photoFeature } from "./features/photo/photo-feature.ts";
import { registrationFeature } from "./features/registration/registration-feature.ts";
import { tasksFeature } from "./features/tasks/tasks-feature.ts";
import { teamFeature } from "./features/objects/team/team-feature.ts";
import { viewAsFeature } from "./features/view-as/view-as-feature.ts";
import { viewOnly } from "./features/view-as/view-only.ts";
import { answerErrors } from "./engine/answer-errors.ts";
import type { BotContext } from "./engine/bot-context.ts";
import { keepCommandList } from "./engine/command-list.ts";
import { lastResort, onlyOwnButtons } from "./engine/edges.ts";
import { onStaleStep } from "./engine/steps.ts";
import { keepSuspended } from "./engine/suspended.ts";
import { endLostDialogue } from "./engine/lost-dialogue.ts";
import type { Turn } from "./engine/turn.ts";

export type Bot = {
  /** Runs the handlers on the update of a turn. */
  handle(turn: Turn): Promise<void>;
};

export type BotDeps = { api: BotApi; me: User };

/** Telegraf as router and context: it neither fetches nor sends. */
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
  bot.use(answerErrors);
  bot.use(groupsFeature());
  bot.use(onlyOwnButtons);
  bot.use(viewOnly);
  bot.use(registrationFeature());
  bot.use(keepCommandList);
  bot.use(
    keepSuspended([
      suspendedFact,
      suspendedTask,
      suspendedNewTask,
      suspendedNewObject,
      suspendedTeam,
      suspendedDeputy,
      suspendedAdmin,
    ]),
  );
  bot.use(endLostDialogue);
  bot.use(peopleFeature());
  bot.use(menuFeature());
  bot.use(notificationsFeature());
  bot.use(approvalsFeature());
  bot.use(tasksFeature());
  bot.use(newTaskFeature());
  bot.use(newObjectFeature());
  bot.use(objectsFeature());
  bot.use(teamFeature());
  bot.use(deputyFeature());
  bot.use(viewAsFeature());
  bot.use(adminFeature());
  bot.use(factFeature());
  bot.use(photoFeature());
  bot.on("callback_query", (ctx, next) => onStaleStep(ctx.turn, next));
  bot.use(lastResort);
  bot.catch((error) => {
    throw error;
  });

  return {
    async handle(turn) {
      turns.set(turn.update, turn);
      await bot.handleUpdate(turn.update as Update as Parameters<typeof bot.handleUpdate>[0]);
    },
  };
}
