import { readerCount } from "@stsphera/contracts/facts/reader-count";
import { dayWithYear, shortName, withUnit } from "@stsphera/contracts/format";
import { big, decimal } from "@stsphera/core/calculation";
import { html, type HtmlValue } from "@stsphera/telegram";
import { wordsIn } from "../../engine/forms/answers.ts";
import { shortPlace, timeOf, wordsOf, workName } from "../../engine/words.ts";
import type { At } from "./fact-card.ts";
import { heldWords, lineOptions } from "./messages/lines.ts";
import { titleOf } from "./messages/quantity.ts";

export const numberOf = ({ answers }: At): string => wordsIn(answers, "quantity") ?? "0";

/** A quantity in the unit of the chosen line. */
export const inUnits = ({ turn, card }: At, quantity: string): string =>
  withUnit(quantity, card.entry().workType.unit, turn.locale);

/** The remaining quantity as the refusal named it. */
const leftOf = ({ subject, card }: At): string => subject.left ?? card.left();

/** The title of a question; null where the question is the title. */
export function titleIn(at: At): string | null {
  const { turn, state, card } = at;
  const { t } = turn;
  switch (state.typing ? "words" : state.step) {
    case "floorVolumeId": {
      const { lines, object, noLines } = card.day();
      if (state.page > 0) return null;
      if (noLines !== null) return t("fact.none.title", { object: object.name });
      return lines.length === 0 ? t("fact.no_lines.title") : t("fact.lines.title", { object: object.name });
    }
    case "quantity":
      return titleOf(wordsOf(turn), card.entry());
    case "notes":
      return t("fact.note.title", { work: workName(card.entry().workType) });
    case "planReason":
      return t("fact.over_plan.title", {
        over: inUnits(at, decimal(big(numberOf(at)).minus(leftOf(at)))),
      });
    case "duplicate": {
      const entry = card.entry();
      const qty = inUnits(at, at.subject.duplicate?.old ?? "0");
      return t("fact.duplicate.title", { work: workName(entry.workType), place: shortPlace(entry), qty });
    }
    default:
      return null;
  }
}

/** «чт, 10 сентября · день · внесено 1 из 2»; on a day without a plan says what can be done. */
function linesHead({ turn, state, card }: At): string {
  const { t, locale } = turn;
  const form = card.day();
  const { object, lines, date, today, shift, noLines } = form;
  const held = heldWords(wordsOf(turn), form);
  if (held !== null) return held;
  if (state.search !== null) {
    const found = lineOptions(wordsOf(turn), form, state.search).length;
    return t(found === 0 ? "fact.search.none" : "fact.search.found", { search: state.search });
  }
  if (state.page > 0) return t("ask.fact.enter.floorVolumeId.rare", { object: object.name });
  if (lines.length === 0) return t(noLines === null ? "fact.no_lines.text" : `fact.none.${noLines}`);
  const { entered, total } = readerCount(form);
  const day = dayWithYear(date, today, locale, "weekday");
  if (form.dayOff) return t("fact.lines.day_off", { date: day, done: entered });
  return t("ask.fact.enter.floorVolumeId", {
    date: day,
    shift: t(`fact.shift.${shift}`),
    done: entered,
    total,
  });
}

/** Questions whose text contains values. */
export function questionIn(at: At): HtmlValue | undefined {
  const { turn, state, subject, card } = at;
  const { t } = turn;
  switch (state.typing ? "words" : state.step) {
    case "floorVolumeId":
      return linesHead(at);
    case "quantity": {
      const old = subject.correcting?.old;
      const corrects = old === undefined ? null : `${t("fact.correct.title", { old: inUnits(at, old) })}\n`;
      return html`
${corrects}${t("ask.fact.enter.quantity")}`;
    }
    case "crewId":
      return t("ask.fact.enter.crewId", { work: workName(card.entry().workType) });
    case "planReason":
      return t("ask.fact.enter.planReason", {
        left: inUnits(at, leftOf(at)),
        qty: inUnits(at, numberOf(at)),
      });
    case "duplicate": {
      const { at: when = "", by = "" } = subject.duplicate ?? {};
      const made = { at: timeOf(when, wordsOf(turn)), by: shortName(by), new: inUnits(at, numberOf(at)) };
      return t("ask.fact.enter.duplicate", made);
    }
    default:
      return undefined;
  }
}
