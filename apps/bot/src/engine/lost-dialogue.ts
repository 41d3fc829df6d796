import { DomainError } from "@stsphera/core";
import { taskButtons } from "@stsphera/core/cards";
import type { BotContext } from "./bot-context.ts";
import { domainErrorMessage } from "./domain-error-message.ts";
import type { Dialogue } from "./memory.ts";
import { unpackStep } from "./step-data.ts";
import type { Turn } from "./turn.ts";

/** True when this update is an answer inside the dialogue: words, or one of its buttons. */
function answers(turn: Turn, dialogue: Dialogue): boolean {
  const { callback, message } = turn;
  if (callback === undefined) return message !== undefined && message.text?.startsWith("/") !== true;
  const data = callback.data ?? "";
  if (unpackStep(data)?.dialogueId === dialogue.id) return true;
  const subject = dialogue["subject"];
  const taskId = typeof subject === "object" && subject !== null && "taskId" in subject && subject.taskId;
  return dialogue.feature === "task" && taskButtons.unpack(data)?.id === taskId;
}

/**
 * A dialogue about what the person sees no more is over: nobody is held in it. An entry stays: its line may be gone
 * alone, its photos are not.
 */
export async function endLostDialogue({ turn }: BotContext, next: () => Promise<void>): Promise<void> {
  const { dialogue } = turn.memory();
  try {
    await next();
  } catch (error) {
    const lost = error instanceof DomainError && error.code === "not_found";
    if (!lost || dialogue === null || dialogue.feature === "fact" || !answers(turn, dialogue)) throw error;
    turn.remember({ dialogue: null, ended: { id: dialogue.id, written: false } });
    turn.say(domainErrorMessage(turn, error));
  }
}
