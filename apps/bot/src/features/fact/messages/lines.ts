import type { FactForm, FactFormLine } from "@stsphera/contracts";
import { findLines } from "@stsphera/contracts/facts/find-lines";
import { dayWithYear, formatQuantity } from "@stsphera/contracts/format";
import { card, type RenderedMessage, translator } from "@stsphera/telegram";
import { menuButton } from "../../../engine/buttons.ts";
import type { Option } from "../../../engine/forms/form-feature.ts";
import { shortPlace, type Words, workName } from "../../../engine/words.ts";

const LONE = 36;

/**
 * «Модули · Юг 11 · план 12 · ост. 14»; when it is too long for a button, the remainder is dropped. The name is never
 * replaced: one keyboard calls a work by one name.
 */
export function lineCaption({ t, locale }: Words, entry: FactFormLine): string {
  const place = shortPlace(entry);
  if (entry.today !== null) {
    const qty = formatQuantity(entry.today.quantity, locale);
    return t("fact.line.done", { work: workName(entry.workType), place, qty });
  }
  const plan =
    entry.planToday === null ? [] : [t("fact.line.plan", { plan: formatQuantity(entry.planToday, locale) })];
  const left = t("fact.line.left", { left: formatQuantity(entry.remaining, locale) });
  const head = `${workName(entry.workType)} · ${place}`;
  const whole = [head, ...plan, left].join(" · ");
  return whole.length <= LONE ? whole : [head, plan[0] ?? left].join(" · ");
}

/** How many lines that were searched for stand before the button for the rest. */
const FOUND = 10;

/**
 * The day's lines, those already entered last; other work of the object is marked as rare. A search finds among all.
 */
export function lineOptions(
  words: Words,
  { lines, others }: FactForm,
  search: string | null = null,
): Option[] {
  const option = (entry: FactFormLine): Option => ({
    value: String(entry.floorVolumeId),
    caption: lineCaption(words, entry),
  });
  if (search !== null) {
    const found = findLines([...lines, ...others], search);
    return found.map((entry, at) => ({ ...option(entry), ...(at < FOUND ? {} : { rare: true }) }));
  }
  const isDone = ({ today }: FactFormLine) => today !== null;
  const ordered = [...lines.filter((entry) => !isDone(entry)), ...lines.filter(isDone)];
  return [...ordered.map(option), ...others.map((entry) => ({ ...option(entry), rare: true }))];
}

/** Why the form's day takes no facts although its object may take those of other days; null when it takes them. */
export function heldWords({ t, locale }: Words, { object, date, today }: FactForm): string | null {
  const { status, heldSince } = object;
  if (status !== "on_hold" || heldSince === null || date < heldSince) return null;
  return t("fact.held", { day: dayWithYear(heldSince, today, locale) });
}

export function notActiveCard(
  { t, locale }: Words,
  object: { name: string; status: string },
): RenderedMessage {
  const status = translator(locale)(
    `state.object.${object.status}` as "state.object.draft",
  ).toLocaleLowerCase();
  return {
    text: card(t("fact.not_active.title", { object: object.name }), [t("fact.not_active.text", { status })]),
    buttons: [[menuButton(t)]],
  };
}
