import type { Fact, FactForm, FactFormLine } from "@stsphera/contracts";
import { shortName, withUnit } from "@stsphera/contracts/format";
import { big, decimal } from "@stsphera/core/calculation";
import { type Button, card, type RenderedMessage, translator } from "@stsphera/telegram";
import { press, rows } from "../../../engine/buttons.ts";
import { shortPlace, timeOf, type Words, workName } from "../../../engine/words.ts";
import { packDialogue } from "../callback-data.ts";
import type { FactDialogue } from "../dialogue.ts";
import { crewText } from "./crew-text.ts";

const backAndCancel = ({ t }: Words, d: FactDialogue): Button[] => [
  press(t("button.back"), packDialogue(d.id, "entry")),
  press(t("button.cancel"), packDialogue(d.id, "cancel")),
];

/** Which crew did it. */
export function crewsCard(
  words: Words,
  form: FactForm,
  entry: FactFormLine,
  d: FactDialogue,
): RenderedMessage {
  const { t } = words;
  const crews = form.crews.map((crew) =>
    press(crewText(words, { lead: crew.lead, workers: crew.size }), packDialogue(d.id, "crew", crew.id)),
  );
  const none = press(t("fact.crew.none"), packDialogue(d.id, "crew", 0));
  return {
    text: card(t("fact.crew.title", { work: workName(entry.workType) }), []),
    buttons: [...rows([...crews, none], 2), backAndCancel(words, d)],
  };
}

/** Waits for a note in words. */
export function noteCard(words: Words, entry: FactFormLine, d: FactDialogue): RenderedMessage {
  const title = words.t("fact.note.title", { work: workName(entry.workType) });
  return { text: card(title, [words.t("fact.note.ask")]), buttons: [backAndCancel(words, d)] };
}

const OVER_REASONS = ["remeasure", "plan_error", "extra_work", "rework", "other"] as const;

/** More than is left: why? */
export function overCard(
  words: Words,
  entry: FactFormLine,
  d: FactDialogue & { quantity: string },
  left: string,
): RenderedMessage {
  const { t, locale } = words;
  const qty = (value: string) => withUnit(value, entry.workType.unit, locale);
  const reasons = OVER_REASONS.map((code) =>
    press(translator(locale)(`reason.${code}`), packDialogue(d.id, "reason", code)),
  );
  return {
    text: card(t("fact.over_plan.title", { over: qty(decimal(big(d.quantity).minus(left))) }), [
      t("fact.over_plan.ask", { left: qty(left), qty: qty(d.quantity) }),
    ]),
    buttons: [
      ...rows(reasons, 2),
      [press(t("fact.over_plan.back"), packDialogue(d.id, "line", entry.floorVolumeId))],
    ],
  };
}

/** Waits for a reason in words. */
export function reasonWordsCard(words: Words, back: string): RenderedMessage {
  const { t } = words;
  return { text: card(t("fact.reason.words"), []), buttons: [[press(t("button.back"), back)]] };
}

/** The same line a few minutes ago: add to it or put the new number in its place? */
export function duplicateCard(
  words: Words,
  current: Fact,
  d: FactDialogue & { quantity: string },
): RenderedMessage {
  const { t, locale } = words;
  const qty = (value: string) => withUnit(value, current.workType.unit, locale);
  return {
    text: card(
      t("fact.duplicate.title", {
        work: workName(current.workType),
        place: shortPlace(current),
        qty: qty(current.quantity),
      }),
      [
        t("fact.duplicate.ask", {
          at: timeOf(current.createdAt, words),
          by: shortName(current.author.fullName),
          new: qty(d.quantity),
        }),
      ],
    ),
    buttons: [
      [press(t("fact.duplicate.add", { qty: qty(d.quantity) }), packDialogue(d.id, "more"))],
      [press(t("fact.duplicate.fix", { qty: qty(d.quantity) }), packDialogue(d.id, "instead"))],
      backAndCancel(words, d),
    ],
  };
}
