import { Composer } from "telegraf";
import type { BotContext } from "../../../engine/bot-context.ts";
import { readDay, shiftDay } from "../../../engine/days.ts";
import { onDialogue } from "../../../engine/on-dialogue.ts";
import { idIn, pageIn, type StepPress } from "../../../engine/step-data.ts";
import { cancelSteps } from "../../../engine/steps.ts";
import { sayExpected, typedText } from "../../../engine/typed.ts";
import type { Turn } from "../../../engine/turn.ts";
import { currentDeputy, type DeputyDialogue } from "./dialogue.ts";
import { leaveDeputy, nameDeputy } from "./finish.ts";
import { TERMS } from "./messages.ts";
import { deputiesFor, principalsToday, showDeputyStep } from "./show.ts";

const stale = (turn: Turn): void => turn.toast(turn.t("error.stale_dialog"));

async function choosePerson(turn: Turn, d: DeputyDialogue, personId: number | null): Promise<void> {
  const found = (await deputiesFor(turn, d)).find(({ id }) => id === personId);
  if (found === undefined) return stale(turn);
  return showDeputyStep(turn, { ...d, step: "term", deputy: { id: found.id, fullName: found.fullName } });
}

/** From today up to a day, that one included. */
async function until(turn: Turn, d: DeputyDialogue, lastOf: (today: string) => string | null): Promise<void> {
  if (d.deputy === null) return stale(turn);
  const fromDay = await principalsToday(turn, d);
  const toDay = lastOf(fromDay);
  if (toDay === null) return sayExpected(turn, "day");
  return nameDeputy(turn, d, d.deputy.id, { fromDay, toDay });
}

async function onStep(turn: Turn, d: DeputyDialogue, { action, argument }: StepPress): Promise<void> {
  switch (action) {
    case "cancel":
      return cancelSteps(turn, d);
    case "resume":
      return showDeputyStep(turn, d);
    case "back":
      return leaveDeputy(turn, d);
    case "go":
      return showDeputyStep(turn, { ...d, step: "who", page: 0, search: null });
  }
  switch (`${d.step}.${action}`) {
    case "who.who":
      return choosePerson(turn, d, idIn(argument));
    case "who.page":
      return showDeputyStep(turn, { ...d, page: pageIn(argument) });
    case "term.term": {
      const days = TERMS.find((one) => String(one) === argument);
      return days === undefined ? stale(turn) : until(turn, d, (today) => shiftDay(today, days - 1));
    }
    default:
      return stale(turn);
  }
}

const HALF_A_YEAR = 183;

/** A day without a year that has just passed is a slip of the pen, not an absence of a year. */
function lastDay(text: string, today: string): string | null {
  const day = readDay(text, today);
  const near = day === null || day <= shiftDay(today, HALF_A_YEAR);
  return near ? day : readDay(text, today, { past: true });
}

/** A part of a name narrows the chooser, a day ends the term. */
async function onMessage(turn: Turn, d: DeputyDialogue): Promise<void> {
  const text = typedText(turn);
  if (d.step === "term") return until(turn, d, (today) => (text === null ? null : lastDay(text, today)));
  if (text === null || text.length > 80) return sayExpected(turn, "name");
  return showDeputyStep(turn, { ...d, search: text, page: 0 });
}

/** Naming who stands in for a member of the object: a person and a term. */
export function deputyFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onDialogue(composer, { current: currentDeputy, onStep, onMessage });
  return composer;
}
