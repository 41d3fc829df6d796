import type { Composer } from "telegraf";
import type { BotContext } from "./bot-context.ts";
import type { AnyForms } from "./forms/form-feature.ts";
import type { Suspendable } from "./suspended.ts";

/** What the bot knows of a feature: its handlers, its forms, and what waits while another dialogue goes on. */
export type Feature = {
  readonly handlers: () => Composer<BotContext>;
  readonly forms?: readonly AnyForms[];
  readonly suspended?: readonly Suspendable[];
};
