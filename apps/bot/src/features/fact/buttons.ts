import { SHIFTS } from "@stsphera/contracts/vocabulary";
import { dayInWords, withUnit } from "@stsphera/contracts/format";
import type { Option } from "../../engine/forms/form-feature.ts";
import { CONFIRM } from "../../engine/forms/form-state.ts";
import { wordsOf } from "../../engine/words.ts";
import { type At, hoursOf } from "./fact-card.ts";
import { crewOf, crewText } from "../../engine/crew-text.ts";
import { heldWords, lineOptions } from "./messages/lines.ts";
import { tooMuch } from "./refused.ts";
import { inUnits, numberOf } from "./questions.ts";

/** Captions of buttons that show a current value, and hints in the words of entries. */
export function captionIn(at: At, what: string): string | undefined {
  const { turn, state, subject, card, answers } = at;
  const { t, locale } = turn;
  const form = card.day();
  switch (what) {
    case "send": {
      const qty = inUnits(at, numberOf(at));
      return t(subject.correcting === null ? "ask.fact.enter.send" : "fact.confirm.correct", { qty });
    }
    case "date.name":
      return t("ask.fact.enter.date.name", { day: dayInWords(form.date, form.today, locale) });
    case "shift.name":
      return t("ask.fact.enter.shift.name", { shift: t(`fact.shift.${form.shift}`) });
    case "crewId.name": {
      const crew = state.step === CONFIRM ? null : crewOf(form.crews, answers["crewId"], subject.workers);
      return crew === null ? undefined : crewText(wordsOf(turn), { ...crew, hours: hoursOf(at) });
    }
    case "workers.name":
      return withUnit(String(subject.workers ?? 0), "чел.", locale);
    case "hours.name":
      return withUnit(hoursOf(at), "ч", locale);
    case "quantity.bad.zero":
    case "quantity.bad.negative":
      return t(what === "quantity.bad.zero" ? "fact.bad.zero" : "fact.bad.negative");
    case "quantity.bad.too_much":
      return tooMuch(at);
    default:
      return undefined;
  }
}

/** «Без бригады». */
export const NO_CREW = "0";

/** Numbers of hours offered; others are typed. */
const HOURS = ["2", "4", "6", "8", "10", "12"];
const MOST_WORKERS = 8;

/** Numbers of people offered: the whole crew and fewer. */
function workersNear({ card, answers, subject }: At): number[] {
  const crew = card.day().crews.find(({ id }) => String(id) === String(answers["crewId"]));
  const most = Math.max(crew?.size ?? 1, subject.workers ?? 1);
  return Array.from({ length: Math.min(most, MOST_WORKERS) }, (_, at) => most - at);
}

/** Objects, lines and crews to choose from, and the choices when the line was entered a moment ago. */
export function optionsFrom(at: At, from: string): Option[] {
  const { turn, card } = at;
  const { t } = turn;
  const words = wordsOf(turn);
  switch (from) {
    case "objects":
      return card.objects.map(({ id, name }) => ({ value: String(id), caption: name }));
    case "lines":
      return heldWords(words, card.day()) === null ? lineOptions(words, card.day(), at.state.search) : [];
    case "crews": {
      const crews = card.day().crews.map(({ id, lead, size }) => ({
        value: String(id),
        caption: crewText(words, { lead, workers: size }),
      }));
      return [...crews, { value: NO_CREW, caption: t("fact.crew.none") }];
    }
    case "shifts":
      return SHIFTS.map((shift) => ({ value: shift, caption: t(`fact.shift.${shift}`) }));
    case "workers":
      return workersNear(at).map((count) => ({
        value: String(count),
        caption: withUnit(String(count), "чел.", turn.locale),
      }));
    case "hours":
      return HOURS.map((hours) => ({ value: hours, caption: withUnit(hours, "ч", turn.locale) }));
    default: {
      const qty = inUnits(at, numberOf(at));
      return [
        { value: "more", caption: t("fact.duplicate.add", { qty }) },
        { value: "instead", caption: t("fact.duplicate.fix", { qty }) },
      ];
    }
  }
}
