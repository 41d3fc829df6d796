import { canSomewhere } from "@stsphera/rbac";
import { Composer } from "telegraf";
import type { BotContext } from "../../engine/bot-context.ts";
import { menuButton } from "../../engine/buttons.ts";
import type { Feature } from "../../engine/feature.ts";
import { currentForm } from "../../engine/forms/read-form.ts";
import { onButtons } from "../../engine/on-buttons.ts";

import { carriesFile } from "../../engine/photo-file.ts";
import { stepCardKey } from "../../engine/steps.ts";
import type { Turn } from "../../engine/turn.ts";
import { unpackDay, unpackEntry } from "./callback-data.ts";
import { onDayPress } from "./confirm-day.ts";
import { enterDay } from "./enter-day.ts";
import { onEntryPress } from "./entry-actions.ts";
import { factForms, openFact } from "./fact-forms.ts";
import { onPhoto } from "./on-photo.ts";
import { onTypedLine } from "./typed-lines.ts";

/** /cancel: drops the open dialogue of any feature and says so. */
async function cancelAny(turn: Turn): Promise<void> {
  const { t } = turn;
  const { dialogue } = turn.memory();
  if (dialogue === null) return turn.say({ text: t("cancel.nothing"), buttons: [[menuButton(t)]] });
  const form = currentForm(factForms, turn);
  const kept = form === null ? null : ((await factForms.cancelled?.(turn, form)) ?? null);
  turn.remember({ dialogue: null });
  turn.card(stepCardKey(dialogue), kept ?? { text: t("cancel.done"), buttons: [] }, "below");
}

/** /fact and the actions on a saved entry. */
export const factFeature: Feature = {
  forms: [factForms],
  commands: [
    { name: "fact", place: 20, works: (actor) => canSomewhere(actor, "fact.enter"), answer: openFact },
    { name: "cancel", place: 130, helpedLast: true, answer: cancelAny },
  ],
  buttons: [
    onButtons(unpackEntry, onEntryPress),
    onButtons(unpackDay, (turn, day) =>
      day.action === "enter" ? enterDay(turn, day) : onDayPress(turn, day),
    ),
  ],
  handlers() {
    const composer = new Composer<BotContext>();
    composer.on("message", async ({ turn }, next) => {
      const { message } = turn;
      const own = message !== undefined && carriesFile(message) && message.forward_origin === undefined;
      if (own && (await onPhoto(turn))) return undefined;
      const typed = message?.text !== undefined && canSomewhere(turn.person(), "fact.enter");
      return typed && (await onTypedLine(turn)) ? undefined : next();
    });
    return composer;
  },
};
