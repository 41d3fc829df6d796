import type { Composer } from "telegraf";
import { albumTarget } from "./albums.ts";
import type { BotContext } from "./bot-context.ts";
import { type StepPress, unpackStep } from "./step-data.ts";
import type { Turn } from "./turn.ts";

type Dialogue<D> = {
  current(turn: Turn): D | null;
  onStep(turn: Turn, d: D, pressed: StepPress): Promise<void> | void;
  onMessage(turn: Turn, d: D): Promise<void> | void;
};

/** Gives a dialogue its own buttons and whatever is sent while it goes on; commands are nobody's answer. */
export function onDialogue<D extends { id: string }>(
  composer: Composer<BotContext>,
  { current, onStep, onMessage }: Dialogue<D>,
): void {
  composer.on("callback_query", (ctx, next) => {
    const { turn } = ctx;
    const pressed = unpackStep(turn.callback?.data ?? "");
    const d = pressed === null ? null : current(turn);
    return pressed === null || d === null || d.id !== pressed.dialogueId ? next() : onStep(turn, d, pressed);
  });
  composer.on("message", (ctx, next) => {
    const { turn } = ctx;
    // Late parts of an album follow its first ones, which were taken elsewhere.
    const others = turn.message?.text?.startsWith("/") === true || albumTarget(turn) !== null;
    const d = others ? null : current(turn);
    return d === null ? next() : onMessage(turn, d);
  });
}
