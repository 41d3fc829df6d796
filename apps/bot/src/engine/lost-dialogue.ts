import { DomainError } from "@stsphera/core";
import type { BotContext } from "./bot-context.ts";
import { domainErrorMessage } from "./domain-error-message.ts";
import type { AnyForms } from "./forms/form-feature.ts";
import type { Dialogue } from "./memory.ts";
import { unpackStep } from "./step-data.ts";
import type { Turn } from "./turn.ts";

/** True when the update belongs to the dialogue: a text, one of its buttons, or a button of its entity's card. */
function belongsToDialogue({ callback, message }: Turn, dialogue: Dialogue, feature: AnyForms): boolean {
  if (callback === undefined) return message !== undefined && message.text?.startsWith("/") !== true;
  const data = callback.data ?? "";
  if (unpackStep(data)?.dialogueId === dialogue.id) return true;
  const subject = feature.subject.safeParse(dialogue["subject"]);
  return subject.success && feature.concerns?.(data, subject.data) === true;
}

/**
 * Ends a form whose entity the user can no longer see, so that they are not stuck in it. Dialogues with `outlives`
 * handle this themselves.
 */
export const endLostDialogue =
  (features: readonly AnyForms[]) =>
  async ({ turn }: BotContext, next: () => Promise<void>): Promise<void> => {
    const { dialogue } = turn.memory();
    const feature = features.find((one) => one.feature === dialogue?.feature);
    try {
      await next();
    } catch (error) {
      const lost = error instanceof DomainError && error.code === "not_found";
      const ends = feature !== undefined && feature.outlives !== true;
      if (!lost || dialogue === null || !ends || !belongsToDialogue(turn, dialogue, feature)) throw error;
      turn.remember({ dialogue: null, ended: { id: dialogue.id, written: false } });
      turn.say(domainErrorMessage(turn, error));
    }
  };
