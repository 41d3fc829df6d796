import { packCommand } from "@stsphera/telegram";
import type { Composer } from "telegraf";
import type { BotContext } from "./bot-context.ts";
import type { Turn } from "./turn.ts";

/** Handles a command, typed or sent by a button. */
export function onCommand(
  composer: Composer<BotContext>,
  command: string,
  answer: (turn: Turn) => Promise<void> | void,
): void {
  composer.command(command, (ctx) => answer(ctx.turn));
  composer.action(packCommand(command), (ctx) => answer(ctx.turn));
}
