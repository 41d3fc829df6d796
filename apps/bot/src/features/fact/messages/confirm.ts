import { dayInWords, formatQuantity, formatSigned, withUnit } from "@stsphera/contracts/format";
import { big, decimal, percentOf } from "@stsphera/core/calculation";
import { html, type Html, type HtmlValue, line } from "@stsphera/telegram";
import { wordsIn } from "../../../engine/forms/answers.ts";
import { capital, wordsOf } from "../../../engine/words.ts";
import { type At, hoursOf } from "../fact-card.ts";
import { photosIn } from "../photos-in.ts";
import { crewOf, crewText } from "../../../engine/crew-text.ts";
import { barOf, titleOf } from "./quantity.ts";

/** «10 шт, план 12 (−2)»: compares the plan with the whole day, other entries included. */
function dayLine({ turn, subject, card }: At, quantity: string): Html | null {
  const { t, locale } = turn;
  const { date, today } = card.day();
  const { workType, planToday, today: entered } = card.entry();
  const label = capital(date === today ? t("fact.confirm.today") : dayInWords(date, today, locale));
  const amount = html`<b>${withUnit(quantity, workType.unit, locale)}</b>`;
  if (planToday === null) return line(label, amount);
  const already = entered?.quantity ?? "0";
  const old = subject.correcting?.old ?? "0";
  const ofDay = big(already).minus(old).plus(quantity);
  const delta = decimal(ofDay.minus(planToday));
  const total = ofDay.eq(quantity)
    ? ""
    : `, ${t("fact.confirm.day_total", { total: formatQuantity(decimal(ofDay), locale) })}`;
  const plan = t("fact.confirm.plan", { plan: formatQuantity(planToday, locale) });
  return line(
    label,
    html`${amount}${total}, ${plan} ${t("fact.confirm.delta", { delta: formatSigned(delta, locale) })}`,
  );
}

/** Summary of the entry before it is saved. */
export function confirmSummary(at: At): { title: string; lines: readonly HtmlValue[] } {
  const { turn, state, subject, card, answers } = at;
  const { t, locale } = turn;
  const words = wordsOf(turn);
  const { crews } = card.day();
  const hours = hoursOf(at);
  const entry = card.entry();
  const quantity = wordsIn(answers, "quantity") ?? "0";
  const after = decimal(big(card.done()).plus(quantity));
  const crew = crewOf(crews, answers["crewId"], subject.workers);
  const photos = photosIn(state, subject);
  const number = (value: string) => formatQuantity(value, locale);
  return {
    title: titleOf(words, entry),
    lines: [
      dayLine(at, quantity),
      line(t("fact.confirm.crew"), crew === null ? null : crewText(words, { ...crew, hours })),
      line(
        t("fact.confirm.after"),
        t("fact.confirm.of", { after: number(after), total: number(entry.planTotal) }),
      ),
      barOf(words, percentOf(after, entry.planTotal)),
      line(t("fact.confirm.note"), wordsIn(answers, "notes")),
      line(t("fact.confirm.photo"), photos === 0 ? t("fact.confirm.no_photo") : String(photos)),
    ],
  };
}
