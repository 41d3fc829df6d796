import { createTask, getTask } from "@stsphera/core";
import type { createTaskInput, TaskCard } from "@stsphera/contracts";
import type { UserActor } from "@stsphera/rbac";
import type { z } from "zod";
import type { BotWorld } from "./bot-world.ts";
import { FOREMAN, MANAGER } from "./chats.ts";

export { MANAGER };
export const WORKER = FOREMAN;

export type TaskOptions = Partial<z.input<typeof createTaskInput>> & { by?: UserActor };

/** A task given by the manager to the foreman, unless overridden. */
export async function createTestTask(
  bot: BotWorld,
  objectId: number,
  wish: TaskOptions = {},
): Promise<number> {
  const { world } = bot;
  const { by = await world.as("project_manager"), ...fields } = wish;
  const assignee = await world.as("construction_itr");
  const { id } = await createTask.run(world.ctx(by, { now: bot.now() }), {
    objectId,
    title: "Испытать анкеры на вырыв, Восток 7",
    assigneeId: assignee.id,
    ...fields,
  });
  return id;
}

/** The task as the admin sees it. */
export async function taskOf(bot: BotWorld, taskId: number): Promise<TaskCard> {
  const admin = await bot.world.as("admin");
  return getTask.run(bot.world.ctx(admin, { now: bot.now() }), { taskId });
}

/** Opens a task from the user's list. */
export async function openTask(bot: BotWorld, who: number, title = "Испытать анкеры"): Promise<void> {
  await bot.say(who, "/tasks");
  await bot.press(who, title);
}

/** Opens a task as its author. */
export async function openAssignedTask(
  bot: BotWorld,
  who = MANAGER,
  title = "Испытать анкеры",
): Promise<void> {
  await bot.say(who, "/tasks");
  await bot.press(who, "От меня");
  await bot.press(who, title);
}

/** Opens a task as its assignee and takes it. */
export async function takeTask(bot: BotWorld, who = WORKER): Promise<void> {
  await openTask(bot, who);
  await bot.press(who, "Беру в работу");
}
