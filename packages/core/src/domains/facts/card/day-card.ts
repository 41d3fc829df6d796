import {
  dayWithYear,
  doerName,
  formatPercent,
  formatQuantity,
  formatSigned,
  roundHalfUp,
} from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import {
  type DatedRendering,
  entityCard,
  html,
  type Html,
  joinHtml,
  line,
  miniAppUrl,
  progressBar,
} from "@stsphera/telegram";
import type { DayCard } from "../read-day-card.ts";
import { dayButton } from "./entry-buttons.ts";
import { dayCardWords, deviationWords } from "./deviation-words.ts";

const SHOWN_DEVIATIONS = 7;

/** A day with the number of its entries that wait for the reader. */
export type ReadersDay = DayCard & { toConfirm: number };

/** The card of an object's day. */
export const dayCard = entityCard<ReadersDay, "open" | "photos" | "confirm", DatedRendering>({
  name: "fact.day_card",
  title: ({ objectName: object, date }, { today, locale }) =>
    dayCardWords(locale)("title", { object, date: dayWithYear(date, today, locale, "weekday") }),
  lines: (day, { locale }) => {
    const t = dayCardWords(locale);
    return [
      line(t("entered"), enteredOf(day, locale)),
      line(t("modules"), figure(day.modules, locale)),
      line(t("brackets"), figure(day.brackets, locale)),
      line(t("deviations"), deviationsOf(day, locale)),
      progressOf(day, locale),
    ];
  },
  rows: [["open", "photos"], ["confirm"]],
  offers:
    ({ photos, toConfirm }) =>
    (action) =>
      action === "open" || (action === "photos" ? photos : toConfirm) > 0,
  button: ({ objectId, date: day, photos, toConfirm }, action, { locale, publicUrl }) => {
    const text = dayCardWords(locale)(action, { count: action === "confirm" ? toConfirm : photos });
    if (action === "confirm") return { kind: "callback", text, data: dayButton("confirm", objectId, day) };
    const url = miniAppUrl(publicUrl, { kind: "object", id: objectId, section: "fact", day });
    return { kind: "webApp", text, url };
  },
});

function enteredOf({ entered: done, total, by }: DayCard, locale: Locale): Html {
  const count = total > 0 ? dayCardWords(locale)("of_total", { done, total }) : String(done);
  return joinHtml([count, by.map((doer) => doerName(doer, locale)).join(", ")], " · ");
}

function figure(value: DayCard["modules"], locale: Locale): Html | null {
  if (value === null) return null;
  const planned = Number(value.plan) !== 0;
  const plan = planned ? dayCardWords(locale)("at_plan", { plan: formatQuantity(value.plan, locale) }) : null;
  return joinHtml([html`<b>${formatQuantity(value.fact, locale)}</b>`, plan], " ");
}

function deviationsOf({ deviations }: DayCard, locale: Locale): Html {
  const hidden = deviations.length - SHOWN_DEVIATIONS;
  const more = hidden > 0 ? dayCardWords(locale)("more", { count: hidden }) : null;
  const shown = deviations.slice(0, SHOWN_DEVIATIONS).map((one) => deviationWords(one, locale));
  return joinHtml([...shown, more], "; ");
}

function progressOf({ progressPct, deltaPct }: DayCard, locale: Locale): Html | null {
  if (progressPct === null) return null;
  const bar = `${progressBar(progressPct)} ${formatPercent(progressPct, 0, locale)}`;
  if (deltaPct === null) return html`${bar}`;
  const delta = formatSigned(roundHalfUp(deltaPct, 1), locale);
  return joinHtml([bar, dayCardWords(locale)("shift_delta", { delta })], " · ");
}
