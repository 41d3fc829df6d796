import { packCommand } from "@stsphera/telegram";
import type { Composer } from "telegraf";
import type { BotContext } from "./bot-context.ts";
import type { Turn } from "./turn.ts";

/** Answers a command, typed or pressed as a button that stands for it. */
export function onCommand(
  composer: Composer<BotContext>,
  command: string,
  answer: (turn: Turn) => Promise<void> | void,
): void {
  composer.command(command, (ctx) => answer(ctx.turn));
  composer.action(packCommand(command), (ctx) => answer(ctx.turn));
}
