import type { Context } from "telegraf";
import type { Turn } from "./turn.ts";

/** Telegraf's context with the work on the update; handlers answer through the turn and send nothing. */
export type BotContext = Context & { turn: Turn };
