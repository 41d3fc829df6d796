import { TelegramError } from "@stsphera/telegram";
import type { BotContext } from "../../engine/bot-context.ts";

/** Whether the author of an update administers its group; Telegram is asked each time. */
export async function administersChat(ctx: BotContext): Promise<boolean> {
  const { turn } = ctx;
  try {
    const { status } = await ctx.telegram.getChatMember(Number(turn.chatId), turn.from.id);
    return status === "creator" || status === "administrator";
  } catch (error) {
    if (error instanceof TelegramError && (error.code === 400 || error.code === 403)) return false;
    throw error;
  }
}
