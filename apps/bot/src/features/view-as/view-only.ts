import { unpackCommand } from "@stsphera/telegram";
import type { BotContext } from "../../engine/bot-context.ts";
import type { Turn } from "../../engine/turn.ts";

const COMMAND = /^\/([a-z]+)(?:@\w+)?$/;

/** True for commands and buttons that their features declare as read-only. */
function isReadOnly({ callback, message, services: { registered } }: Turn): boolean {
  const data = callback?.data ?? "";
  const name = callback === undefined ? COMMAND.exec(message?.text ?? "")?.[1] : unpackCommand(data);
  const command = registered.commands.find((one) => one.name === name);
  return command?.reads === true || (callback !== undefined && registered.reads(data));
}

/** While an admin views as another role, only read-only commands and buttons pass. */
export function viewOnly(ctx: BotContext, next: () => Promise<void>): Promise<void> | void {
  const { turn } = ctx;
  if (turn.viewing === null || isReadOnly(turn)) return next();
  if (turn.callback !== undefined) return turn.toast(turn.t("view_as.reads_only"));
  return turn.say({ text: turn.t("view_as.reads_only"), buttons: [] });
}
