import type { Composer } from "telegraf";
import type { BotContext } from "./bot-context.ts";
import type { Buttons } from "./on-buttons.ts";
import type { Command } from "./command.ts";
import type { AnyEntity } from "./entity/entity.ts";
import type { AnyForms } from "./forms/form-feature.ts";
import type { Turn } from "./turn.ts";

export type AnsweredCommand = Command & { answer(turn: Turn): Promise<void> | void };

/** A kind of entity that the feature can open below the list it was picked from. */
export type Opens = {
  /** Its kind in links; for entities without a link, its kind in the approval list. */
  readonly kind: string;
  /** Its letter in callback data. */
  readonly letter: string;
  open(turn: Turn, id: number): Promise<void>;
};

/** Everything the bot knows about a feature; all fields are optional. */
export type Feature = {
  readonly commands?: readonly AnsweredCommand[];
  readonly buttons?: readonly Buttons[];
  readonly opens?: Opens;
  readonly forms?: readonly AnyForms[];
  /** The entity whose cards it shows, when the engine's entity support draws them. */
  readonly entity?: AnyEntity;
  /** Handlers of updates that are neither a command nor one of its buttons. */
  readonly handlers?: () => Composer<BotContext>;
};
