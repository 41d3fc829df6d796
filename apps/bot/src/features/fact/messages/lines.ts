import type { FactForm, FactFormLine } from "@stsphera/contracts";
import { formatDay, formatQuantity } from "@stsphera/contracts/format";
import { type Button, card, type RenderedMessage, translator } from "@stsphera/telegram";
import { menuButton, press, rows } from "../../../engine/buttons.ts";
import { shortPlace, type Words, workName } from "../../../engine/words.ts";
import { packDialogue } from "../callback-data.ts";

const LONE = 36;
/** Rows of a page of «Другая работа». */
export const PAGE = 7;

/** «Модули · Юг 11 · план 12 · ост. 14»; what is too long for the button gives way: the name to the code, then what is left. */
export function lineCaption({ t, locale }: Words, entry: FactFormLine): string {
  const place = shortPlace(entry);
  if (entry.today !== null) {
    const qty = formatQuantity(entry.today.quantity, locale);
    return t("fact.line.done", { work: workName(entry.workType), place, qty });
  }
  const plan =
    entry.planToday === null ? [] : [t("fact.line.plan", { plan: formatQuantity(entry.planToday, locale) })];
  const left = t("fact.line.left", { left: formatQuantity(entry.remaining, locale) });
  const { code } = entry.workType;
  const captions = [
    [workName(entry.workType), place, ...plan, left],
    [code, place, ...plan, left],
    [code, place, ...(plan.length > 0 ? plan : [left])],
  ].map((parts) => parts.join(" · "));
  return captions.find((caption) => caption.length <= LONE) ?? captions.at(-1) ?? code;
}

const lineButton = (words: Words, dialogueId: string, entry: FactFormLine): Button[] => [
  press(lineCaption(words, entry), packDialogue(dialogueId, "line", entry.floorVolumeId)),
];

/** «сегодня», «вчера» or the day itself. */
export function dayName(
  { t, locale }: Words,
  form: Pick<FactForm, "date" | "today">,
  date = form.date,
): string {
  if (date === form.today) return t("fact.today");
  const daysAgo = (Date.parse(form.today) - Date.parse(date)) / 86_400_000;
  return daysAgo === 1 ? t("fact.yesterday") : formatDay(date, locale);
}

const cancelButton = ({ t }: Words, id: string): Button =>
  press(t("button.cancel"), packDialogue(id, "cancel"));

/** The day's lines, those already entered last. */
export function linesCard(words: Words, form: FactForm, dialogueId: string): RenderedMessage {
  const { t, locale } = words;
  const isDone = (entry: FactFormLine) => entry.today !== null;
  const ordered = [...form.lines.filter((entry) => !isDone(entry)), ...form.lines.filter(isDone)];
  const date = formatDay(form.date, locale, "weekday");
  const shift = t(`fact.shift.${form.shift}`);
  const head = t("fact.lines.head", {
    date,
    shift,
    done: form.lines.filter(isDone).length,
    total: form.lines.length,
  });
  const others =
    form.others.length > 0 ? [press(t("fact.others"), packDialogue(dialogueId, "others", 0))] : [];
  const day = press(t("fact.day", { day: dayName(words, form) }), packDialogue(dialogueId, "days"));
  const empty = card(t("fact.no_lines.title"), [
    t(form.others.length > 0 ? "fact.no_lines.text" : "fact.no_cells"),
  ]);
  return {
    text: ordered.length === 0 ? empty : card(t("fact.lines.title", { object: form.object.name }), [head]),
    buttons: [
      ...ordered.map((entry) => lineButton(words, dialogueId, entry)),
      others,
      [day],
      [cancelButton(words, dialogueId)],
    ],
  };
}

/** The rest of the object's lines, seven a page. */
export function othersCard(words: Words, form: FactForm, dialogueId: string, page: number): RenderedMessage {
  const { t } = words;
  const shown = form.others.slice(page * PAGE, (page + 1) * PAGE);
  const more = form.others.length > (page + 1) * PAGE;
  const back = page === 0 ? packDialogue(dialogueId, "lines") : packDialogue(dialogueId, "others", page - 1);
  return {
    text: card(t("fact.others.title", { object: form.object.name }), []),
    buttons: [
      ...shown.map((entry) => lineButton(words, dialogueId, entry)),
      more ? [press(t("fact.others.more"), packDialogue(dialogueId, "others", page + 1))] : [],
      [press(t("button.back"), back), cancelButton(words, dialogueId)],
    ],
  };
}

/** The open days, today first. */
export function daysCard(
  words: Words,
  form: FactForm,
  days: readonly string[],
  dialogueId: string,
): RenderedMessage {
  const { t } = words;
  const buttons = days.map((date) =>
    press(dayName(words, form, date), packDialogue(dialogueId, "day", date)),
  );
  return {
    text: card(t("fact.day.title"), []),
    buttons: [
      ...rows(buttons, 2),
      [press(t("button.back"), packDialogue(dialogueId, "lines")), cancelButton(words, dialogueId)],
    ],
  };
}

export function pickObjectCard(
  words: Words,
  objects: readonly { id: number; name: string }[],
  dialogueId: string,
): RenderedMessage {
  return {
    text: card(words.t("fact.pick_object"), []),
    buttons: [
      ...objects.map((object) => [press(object.name, packDialogue(dialogueId, "object", object.id))]),
      [cancelButton(words, dialogueId)],
    ],
  };
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
