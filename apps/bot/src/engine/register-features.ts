import { Composer } from "telegraf";
import { unpackApproval } from "./approval-data.ts";
import type { BotContext } from "./bot-context.ts";
import type { Feature } from "./feature.ts";
import { onCommand } from "./on-command.ts";
import type { Registered } from "./registered.ts";
import type { Turn } from "./turn.ts";

export function registered(features: readonly Feature[]): Registered {
  const buttons = features.flatMap((feature) => feature.buttons ?? []);
  const opens = features.flatMap((feature) => feature.opens ?? []);
  return {
    commands: features.flatMap((feature) => feature.commands ?? []),
    opens: new Map(opens.map(({ kind, letter }) => [kind, letter])),
    reads: (data) => unpackApproval(data)?.action === "thing" || buttons.some((one) => one.reads(data)),
  };
}

/** Handlers of a feature: commands, buttons and anything else. */
export function handlersOf({ commands = [], buttons = [], handlers }: Feature): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  for (const { name, answer } of commands) onCommand(composer, name, answer);
  composer.on("callback_query", (ctx, next) => {
    const data = ctx.turn.callback?.data ?? "";
    for (const one of buttons) {
      const answered = one.press(ctx.turn, data);
      if (answered !== null) return answered;
    }
    return next();
  });
  if (handlers !== undefined) composer.use(handlers());
  return composer;
}

/** Opens a row of the approval list: its card below the list, with a button back. */
export function openWaiting(features: readonly Feature[]): Composer<BotContext> {
  const known = features.flatMap(({ opens }) => opens ?? []);
  const open = async (turn: Turn, next: () => Promise<void>): Promise<void> => {
    const pressed = unpackApproval(turn.callback?.data ?? "");
    const found =
      pressed?.action === "thing" ? known.find(({ letter }) => letter === pressed.letter) : undefined;
    if (pressed?.action !== "thing" || found === undefined) return next();
    turn.remember({ opened: { kind: found.kind, id: pressed.id, page: pressed.page } });
    return found.open(turn, pressed.id);
  };
  const composer = new Composer<BotContext>();
  composer.on("callback_query", (ctx, next) => open(ctx.turn, next));
  return composer;
}
