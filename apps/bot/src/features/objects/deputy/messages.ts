import { card, html, line, type RenderedMessage } from "@stsphera/telegram";
import { press, rows } from "../../../engine/buttons.ts";
import { type Choosable, peopleButtons } from "../../../engine/people-chooser.ts";
import { packStep } from "../../../engine/step-data.ts";
import { lastRow } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import type { DeputyDialogue } from "./dialogue.ts";

/** For how many days a deputy is named by one press, today included. */
export const TERMS = [1, 3, 7, 14] as const;

const title = (turn: Turn, d: DeputyDialogue): string =>
  turn.t("deputy.title", { person: d.principal.fullName });

export function whoMessage(turn: Turn, d: DeputyDialogue, people: readonly Choosable[]): RenderedMessage {
  const { t } = turn;
  const nobody = people.length === 0 ? t("who.nobody", { search: d.search ?? "" }) : null;
  return {
    text: card(title(turn, d), [line(t("start.pending.object"), d.objectName), nobody, t("deputy.ask_who")]),
    buttons: [...peopleButtons(turn, d.id, people, d.page), lastRow(turn, d, packStep(d.id, "back"))],
  };
}

export function termMessage(turn: Turn, d: DeputyDialogue): RenderedMessage {
  const { t } = turn;
  const chips = TERMS.map((days) => press(t(`deputy.term.${days}`), packStep(d.id, "term", days)));
  return {
    text: card(title(turn, d), [
      line(t("deputy.name"), html`<b>${d.deputy?.fullName ?? ""}</b>`),
      t("deputy.ask_term"),
    ]),
    buttons: [...rows(chips, 2), lastRow(turn, d, packStep(d.id, "go", "who"))],
  };
}
