import type { Composer } from "telegraf";
import type { BotContext } from "./bot-context.ts";
import type { Buttons } from "./on-buttons.ts";
import type { Command } from "./command.ts";
import type { AnyEntity } from "./entity/entity.ts";
import type { AnyForms } from "./forms/form-feature.ts";
import type { Turn } from "./turn.ts";

export type AnsweredCommand = Command & { answer(turn: Turn): Promise<void> | void };

/** A kind of thing that a feature shows, below the list it is opened from. */
export type Opens = {
  /** As links to it call it, or as what waits does where it has no link. */
  readonly kind: string;
  /** Stands for it in callback data. */
  readonly letter: string;
  open(turn: Turn, id: number): Promise<void>;
};

/** What the bot knows of a feature; everything is optional, and stated here alone. */
export type Feature = {
  readonly commands?: readonly AnsweredCommand[];
  readonly buttons?: readonly Buttons[];
  readonly opens?: Opens;
  readonly forms?: readonly AnyForms[];
  /** The thing whose card it shows, where it is one of the kit. */
  readonly entity?: AnyEntity;
  /** Updates that are neither a command nor a button of its own. */
  readonly handlers?: () => Composer<BotContext>;
};
