import type { FactForm, FactFormLine } from "@stsphera/contracts";
import { formatDay, formatPercent, formatQuantity, shortName, withUnit } from "@stsphera/contracts/format";
import { big, type Decimal, decimal, percentOf, remainingOf } from "@stsphera/core/calculation";
import {
  type Button,
  card,
  html,
  type Html,
  joinHtml,
  line,
  progressBar,
  type RenderedMessage,
} from "@stsphera/telegram";
import { press } from "../../../engine/buttons.ts";
import { placeInWords, timeOf, type Words, workName } from "../../../engine/words.ts";
import { packDialogue } from "../callback-data.ts";
import type { FactDialogue } from "../dialogue.ts";
import { chosenCrew, crewText } from "./crew-text.ts";

const PAIR = 18;

export const titleOf = (words: Words, entry: FactFormLine): string =>
  words.t("fact.title", { work: workName(entry.workType), place: placeInWords(words, entry) });

/** «▓▓▓▓▓▓░░░░ 61%»; null where nothing is planned. */
export function barOf({ locale }: Words, pct: string | null): string | null {
  return pct === null ? null : `${progressBar(pct)} ${formatPercent(pct, 0, locale)}`;
}

/** What stands in the cell without the entry that is corrected: the new number takes its place. */
export function doneBefore(entry: FactFormLine, d: FactDialogue): Decimal {
  return decimal(big(entry.done).minus(d.correcting?.old ?? "0"));
}

/** What a new number may take without a reason. */
export const leftFor = (entry: FactFormLine, d: FactDialogue): Decimal =>
  remainingOf(entry.planTotal, doneBefore(entry, d));

export const isYesterday = (form: FactForm, date: string): boolean =>
  (Date.parse(form.date) - Date.parse(date)) / 86_400_000 === 1;

function yesterdayLine(words: Words, form: FactForm, entry: FactFormLine): Html | null {
  const { yesterday, workType } = entry;
  if (yesterday === null) return null;
  const crew = chosenCrew(form.crews, { id: yesterday.crewId, workers: yesterday.workers });
  const label = isYesterday(form, yesterday.date)
    ? words.t("fact.quantity.yesterday")
    : formatDay(yesterday.date, words.locale);
  const quantity = withUnit(yesterday.quantity, workType.unit, words.locale);
  return line(label, joinHtml([quantity, crew === null ? null : crewText(words, crew, ", ")], " · "));
}

function alreadyLine(words: Words, form: FactForm, entry: FactFormLine): string | null {
  const { today, workType } = entry;
  if (today === null) return null;
  const key = form.date === form.today ? "fact.quantity.already" : "fact.quantity.already_day";
  return words.t(key, {
    qty: withUnit(today.quantity, workType.unit, words.locale),
    by: shortName(today.by),
    at: timeOf(today.at, words),
  });
}

function planLine({ t, locale }: Words, form: FactForm, entry: FactFormLine): Html | null {
  const label = t(form.date === form.today ? "fact.quantity.plan" : "fact.quantity.plan_day");
  if (entry.planToday === null) return line(label, t("fact.quantity.no_plan"));
  return line(label, html`<b>${withUnit(entry.planToday, entry.workType.unit, locale)}</b>`);
}

/** «Как вчера», «По плану»: the quantities one press away. */
function ready(words: Words, form: FactForm, entry: FactFormLine, id: string): Button[] {
  const { t, locale } = words;
  const { yesterday, planToday } = entry;
  const buttons: Button[] = [];
  if (yesterday !== null) {
    const key = isYesterday(form, yesterday.date)
      ? "fact.quantity.like_yesterday"
      : "fact.quantity.like_before";
    const text = t(key, { qty: formatQuantity(yesterday.quantity, locale) });
    buttons.push(press(text, packDialogue(id, "yesterday")));
  }
  if (planToday !== null && big(planToday).gt(0)) {
    const text = t("fact.quantity.by_plan", { qty: formatQuantity(planToday, locale) });
    buttons.push(press(text, packDialogue(id, "plan"), PAIR));
  }
  return buttons;
}

/** How much is done in the cell, with every quantity that is one press away. */
export function quantityCard(
  words: Words,
  form: FactForm,
  entry: FactFormLine,
  d: FactDialogue,
): RenderedMessage {
  const { t, locale } = words;
  const number = (value: string) => formatQuantity(value, locale);
  const crew = chosenCrew(form.crews, d.crew);
  const hours = form.shiftHours;
  const old = d.correcting?.old;
  const done = doneBefore(entry, d);
  const left = leftFor(entry, d);
  const rest = big(left).gt(0)
    ? [press(t("fact.quantity.rest", { qty: number(left) }), packDialogue(d.id, "rest"))]
    : [];
  return {
    text: card(titleOf(words, entry), [
      planLine(words, form, entry),
      yesterdayLine(words, form, entry),
      d.correcting === null ? alreadyLine(words, form, entry) : null,
      line(
        t("fact.quantity.done"),
        t("fact.quantity.of_left", {
          done: number(done),
          total: number(entry.planTotal),
          left: number(left),
        }),
      ),
      barOf(words, percentOf(done, entry.planTotal)),
      html`
${old === undefined ? null : `${t("fact.correct.title", { old: withUnit(old, entry.workType.unit, locale) })}\n`}${t("fact.quantity.ask")}`,
    ]),
    buttons: [
      ready(words, form, entry, d.id),
      [press("+5", packDialogue(d.id, "add", 5)), press("+10", packDialogue(d.id, "add", 10)), ...rest],
      form.crews.length === 0
        ? []
        : [
            press(
              crew === null ? t("fact.quantity.choose_crew") : crewText(words, { ...crew, hours }),
              packDialogue(d.id, "crews"),
            ),
          ],
      [
        press(t("button.back"), packDialogue(d.id, "lines")),
        press(t("button.cancel"), packDialogue(d.id, "cancel")),
      ],
    ],
  };
}
