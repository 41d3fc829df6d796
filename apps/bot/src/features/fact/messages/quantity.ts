import type { FactForm, FactFormLine } from "@stsphera/contracts";
import { dayWithYear, formatPercent, formatQuantity, doerName, withUnit } from "@stsphera/contracts/format";
import { percentOf } from "@stsphera/core/calculation";
import { html, type Html, type HtmlValue, joinHtml, line, progressBar } from "@stsphera/telegram";
import { placeInWords, timeOf, type Words, wordsOf, workName } from "../../../engine/words.ts";
import { type At, isYesterday } from "../fact-card.ts";
import { crewOf, crewText } from "./crew-text.ts";

export const titleOf = (words: Words, entry: FactFormLine): string =>
  words.t("fact.title", { work: workName(entry.workType), place: placeInWords(words, entry) });

/** «▓▓▓▓▓▓░░░░ 61%»; null where nothing is planned. */
export function barOf({ locale }: Words, pct: string | null): string | null {
  return pct === null ? null : `${progressBar(pct)} ${formatPercent(pct, 0, locale)}`;
}

function yesterdayLine(words: Words, form: FactForm, entry: FactFormLine): Html | null {
  const { yesterday, workType } = entry;
  if (yesterday === null) return null;
  const crew = crewOf(form.crews, yesterday.crewId, yesterday.workers);
  const label = isYesterday(form.date, yesterday.date)
    ? words.t("fact.quantity.yesterday")
    : dayWithYear(yesterday.date, form.today, words.locale);
  const quantity = withUnit(yesterday.quantity, workType.unit, words.locale);
  return line(label, joinHtml([quantity, crew === null ? null : crewText(words, crew, ", ")], " · "));
}

function alreadyLine(words: Words, form: FactForm, entry: FactFormLine): string | null {
  const { today, workType } = entry;
  if (today === null) return null;
  const key = form.date === form.today ? "fact.quantity.already" : "fact.quantity.already_day";
  return words.t(key, {
    qty: withUnit(today.quantity, workType.unit, words.locale),
    by: doerName({ name: today.by, behalf: today.behalf }, words.locale),
    at: timeOf(today.at, words),
  });
}

function planLine({ t, locale }: Words, form: FactForm, entry: FactFormLine): Html | null {
  const label = t(form.date === form.today ? "fact.quantity.plan" : "fact.quantity.plan_day");
  if (entry.planToday === null) return line(label, t("fact.quantity.no_plan"));
  return line(label, html`<b>${withUnit(entry.planToday, entry.workType.unit, locale)}</b>`);
}

/** Lines above the question for the quantity: plan, done, remaining. */
export function quantityLines({ turn, subject, card }: At): readonly HtmlValue[] {
  const words = wordsOf(turn);
  const { t, locale } = turn;
  const number = (value: string) => formatQuantity(value, locale);
  const form = card.day();
  const entry = card.entry();
  const total = number(entry.planTotal);
  return [
    planLine(words, form, entry),
    yesterdayLine(words, form, entry),
    subject.correcting === null ? alreadyLine(words, form, entry) : null,
    line(
      t("fact.quantity.done"),
      t("fact.quantity.of_left", { done: number(card.done()), total, left: number(card.left()) }),
    ),
    barOf(words, percentOf(card.done(), entry.planTotal)),
  ];
}
