import type { Context } from "telegraf";
import type { Turn } from "./turn.ts";

/** Telegraf's context plus the Turn; handlers answer through the turn and never call Telegram themselves. */
export type BotContext = Context & { turn: Turn };
