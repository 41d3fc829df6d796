import { Composer } from "telegraf";
import type { BotContext } from "../../../engine/bot-context.ts";
import { onDialogue } from "../../../engine/on-dialogue.ts";
import { sayExpected, typedText } from "../../../engine/typed.ts";
import type { Turn } from "../../../engine/turn.ts";
import { currentTeam, type TeamDialogue } from "./dialogue.ts";
import { onTeamStep } from "./on-step.ts";
import { showTeamStep } from "./show.ts";

/** A part of a name narrows the chooser; every other step waits for a button. */
function onMessage(turn: Turn, d: TeamDialogue): Promise<void> | void {
  if (d.step !== "who") return sayExpected(turn, "button");
  const search = typedText(turn);
  if (search === null || search.length > 80) return sayExpected(turn, "name");
  return showTeamStep(turn, { ...d, search, page: 0 });
}

/** Bringing people to an object: by choosing one, or by a link. */
export function teamFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onDialogue(composer, { current: currentTeam, onStep: onTeamStep, onMessage });
  return composer;
}
