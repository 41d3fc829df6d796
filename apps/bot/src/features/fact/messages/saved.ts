import type { PlanReason } from "@stsphera/contracts";
import { formatQuantity, withUnit } from "@stsphera/contracts/format";
import { type Button, card, line, type RenderedMessage, translator } from "@stsphera/telegram";
import { press, rows } from "../../../engine/buttons.ts";
import { placeInWords, shortPlace, type Words, workInSentence } from "../../../engine/words.ts";
import { packEntry } from "../callback-data.ts";
import type { EntryView } from "../entry-view.ts";
import { crewText } from "./crew-text.ts";
import { barOf } from "./quantity.ts";

/** Reasons offered when the day's figure deviates from the plan. */
const DAY_REASONS = ["no_material", "weather_wind", "no_front", "no_people", "other"] as const;

function titleOf({ t, locale }: Words, view: EntryView): string {
  const qty = withUnit(view.quantity, view.unit, locale);
  if (view.was === null) return t("fact.saved.title", { work: workInSentence({ name: view.work }), qty });
  return t("fact.corrected.title", { old: formatQuantity(view.was, locale), qty });
}

function photoText({ t }: Words, view: EntryView): string | null {
  if (view.photos > 0) return String(view.photos);
  return view.photoDue ? t("fact.saved.photo_due") : null;
}

function entryText(words: Words, view: EntryView): string {
  const { t, locale } = words;
  const of = t("fact.confirm.of", {
    after: formatQuantity(view.after, locale),
    total: formatQuantity(view.total, locale),
  });
  return card(titleOf(words, view), [
    line(t("fact.saved.state"), view.state),
    line(t("fact.saved.day"), view.day),
    line(t("fact.saved.place"), placeInWords(words, view.cell)),
    line(t("fact.saved.crew"), view.crew === null ? null : crewText(words, view.crew)),
    line(t("fact.saved.behalf"), view.behalf),
    line(t("fact.saved.total"), of),
    barOf(words, view.pct),
    line(t("fact.saved.photo"), photoText(words, view)),
    view.overPlan ? t("fact.saved.over") : null,
    view.nobodyConfirms ? t("fact.saved.nobody_confirms") : null,
    line(t("fact.saved.reason"), view.reason),
  ]);
}

/** The saved entry and the actions possible on it. */
export function savedCard(words: Words, factId: number, view: EntryView): RenderedMessage {
  const { t } = words;
  const { next } = view;
  const nextButton: Button[] =
    next === null
      ? []
      : [
          press(
            t("fact.saved.next", { work: next.work, place: next.place }),
            packEntry(factId, "next", next.volumeId),
          ),
        ];
  return {
    text: entryText(words, view),
    buttons: [
      nextButton,
      view.asksReason ? [press(t("fact.saved.why"), packEntry(factId, "why"))] : [],
      [
        ...(view.can.fix ? [press(t("fact.saved.fix"), packEntry(factId, "fix"))] : []),
        ...(view.can.undo ? [press(t("fact.saved.undo"), packEntry(factId, "undo"))] : []),
      ],
      [press(t("fact.saved.all"), packEntry(factId, "all"))],
    ],
  };
}

const reasonCaption = ({ t, locale }: Words, code: PlanReason): string =>
  code === "no_people" ? t("fact.reason.few_people") : translator(locale)(`reason.${code}`);

/** The buttons of the card while a reason is chosen. */
export function reasonButtons(words: Words, factId: number): Button[][] {
  const reasons = DAY_REASONS.map((code) =>
    press(reasonCaption(words, code), packEntry(factId, "because", code)),
  );
  return [...rows(reasons, 2), [press(words.t("button.back"), packEntry(factId, "card"))]];
}

export type UndoneEntry = {
  factId: number;
  work: string;
  unit: string;
  quantity: string;
  facade: string;
  floor: string;
};

/** The card of an undone entry, with a button to restore it. */
export function undoneCard({ t, locale }: Words, entry: UndoneEntry): RenderedMessage {
  const title = t("fact.undone", {
    work: workInSentence({ name: entry.work }),
    qty: withUnit(entry.quantity, entry.unit, locale),
    place: shortPlace(entry),
  });
  return {
    text: card(title, []),
    buttons: [
      [
        press(t("fact.undone.restore"), packEntry(entry.factId, "restore")),
        press(t("fact.saved.all"), packEntry(entry.factId, "all")),
      ],
    ],
  };
}
