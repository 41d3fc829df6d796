import { packCommand } from "@stsphera/telegram";
import { commandButton } from "./buttons.ts";
import type { BotContext } from "./bot-context.ts";
import type { AnyForms } from "./forms/form-feature.ts";
import { formIn, holdsForm } from "./forms/read-form.ts";
import type { ChatMemory, Dialogue } from "./memory.ts";
import { resumeMessage, stepCardKey } from "./steps.ts";
import { unpackStep } from "./step-data.ts";
import type { Turn } from "./turn.ts";

/** Interrupted dialogues kept at most; the oldest is dropped. */
const MAX_SUSPENDED = 3;

/** The suspended dialogue that this update refers to: by its button, or by the command that starts its form. */
function referredDialogue(turn: Turn, features: readonly AnyForms[]) {
  const { dialogue, suspended } = turn.memory();
  const data = turn.callback?.data ?? "";
  const pressed = unpackStep(data)?.dialogueId;
  if (pressed !== undefined) return suspended.find((one) => one.dialogue.id === pressed);
  const asked = features.find(
    ({ command }) =>
      command !== undefined &&
      (data === packCommand(command) || turn.message?.text?.split(/[@\s]/)[0] === `/${command}`),
  );
  if (asked === undefined || dialogue?.feature === asked.feature) return undefined;
  return suspended.find((one) => one.dialogue.feature === asked.feature);
}

/** True when the dialogue ended in this turn or its data was saved as an entry. */
const isOver = (left: Dialogue, now: ChatMemory): boolean =>
  now.ended?.id === left.id || now.entry?.dialogueId === left.id;

/**
 * Suspends a dialogue that another one interrupts, and offers it again when the other ends. A button of its own card
 * resumes it at any time.
 */
export function keepSuspended(features: readonly AnyForms[]) {
  const canContinue = (d: Dialogue): boolean => formIn(features, d) !== null;

  /**
   * Drops dialogues of an incompatible version; true when the message was an answer to one, and the user was told so.
   */
  function forgetUnreadable(turn: Turn): boolean {
    const { dialogue, suspended } = turn.memory();
    const lost = dialogue !== null && !canContinue(dialogue);
    const waiting = suspended.filter((one) => canContinue(one.dialogue));
    if (!lost && waiting.length === suspended.length) return false;
    turn.remember({ dialogue: lost ? null : dialogue, suspended: waiting });
    const { t, message } = turn;
    if (!lost || message?.text === undefined || message.text.startsWith("/")) return false;
    turn.say({ text: t("error.stale_dialog"), buttons: [[commandButton(t("button.again"), "menu")]] });
    return true;
  }

  async function suspend(turn: Turn, left: Dialogue): Promise<void> {
    const form = formIn(features, left);
    if (form === null) return;
    const what = await form.feature.resumed(turn, form.state);
    const others = turn.memory().suspended.filter((one) => one.dialogue.id !== left.id);
    turn.remember({ suspended: [{ what, dialogue: left }, ...others].slice(0, MAX_SUSPENDED) });
  }

  async function bringBack(turn: Turn): Promise<void> {
    const found = referredDialogue(turn, features);
    if (found === undefined) return;
    const { dialogue, suspended } = turn.memory();
    turn.remember({
      dialogue: found.dialogue,
      suspended: suspended.filter((one) => one.dialogue.id !== found.dialogue.id),
    });
    if (dialogue !== null) await suspend(turn, dialogue);
  }

  /** Suspends the dialogue that was open before this turn and was interrupted without ending. */
  async function suspendInterrupted(turn: Turn, before: ChatMemory): Promise<void> {
    const now = turn.memory();
    const left = before.dialogue;
    const looks = before.viewAs === null && now.viewAs !== null;
    if (left === null || now.dialogue?.id === left.id || (now.dialogue === null && !looks)) return;
    const form = isOver(left, now) ? null : formIn(features, left);
    if (form !== null && holdsForm(form.feature, form.state, now.dialogue)) await suspend(turn, left);
  }

  function offer(turn: Turn, before: ChatMemory): void {
    const { dialogue, suspended, viewAs } = turn.memory();
    const [newest, ...rest] = suspended;
    const ended = before.dialogue !== null || before.viewAs !== null;
    if (newest === undefined || dialogue !== null || viewAs !== null || !ended) return;
    turn.remember({ dialogue: newest.dialogue, suspended: rest });
    turn.card(stepCardKey(newest.dialogue), resumeMessage(turn, newest.dialogue, newest.what), "below");
  }

  return async function keep({ turn }: BotContext, next: () => Promise<void>): Promise<void> {
    if (forgetUnreadable(turn)) return;
    if (turn.viewing === null) await bringBack(turn);
    const before = turn.memory();
    try {
      await next();
    } finally {
      await suspendInterrupted(turn, before);
    }
    offer(turn, before);
  };
}
