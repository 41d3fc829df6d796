import {
  formatDay,
  formatPercent,
  formatQuantity,
  formatSigned,
  shortName,
} from "@stsphera/contracts/format";
import { roundHalfUp } from "@stsphera/contracts/format";
import type { Button, RenderedMessage } from "../buttons.ts";
import { miniAppUrl } from "../deep-link.ts";
import { fitText, MESSAGE_LIMIT } from "../fit-text.ts";
import { card, html, joinHtml, line, progressBar, type Html } from "../html.ts";
import { translator } from "../i18n.ts";
import type { Rendering } from "./rendering.ts";

/** Done and planned on the day, as decimal strings in one unit; a plan of null or 0 is not shown. */
type DayFigure = { readonly fact: string; readonly plan: string | null };

/** The day's card of an object for its manager. */
export type FactDayCard = {
  readonly objectId: number;
  readonly objectName: string;
  /** Local day of the object, `YYYY-MM-DD`. */
  readonly date: string;
  /** Lines entered, of the lines the day has. */
  readonly entered: number;
  readonly total: number;
  /** Full names of those who entered, as stored. */
  readonly by: readonly string[];
  readonly modules: DayFigure | null;
  readonly brackets: DayFigure | null;
  /** One sentence a deviation, ready for reading. */
  readonly deviations: readonly string[];
  /** Progress of the object and its change on the day, in per cent. */
  readonly progressPct: string | null;
  readonly deltaPct: string | null;
  readonly photos: number;
  /** True when the shift is handed in: the delivery rings then; the text is the same. */
  readonly closed: boolean;
};

const SHOWN_DEVIATIONS = 7;

/** The living card of an object's day. */
export function renderFactDayCard(day: FactDayCard, { locale, publicUrl }: Rendering): RenderedMessage {
  const t = translator(locale);
  const date = formatDay(day.date, locale, "weekday");
  const text = card(t("day_card.title", { object: day.objectName, date }), [
    line(t("day_card.entered"), enteredOf(day, locale)),
    line(t("day_card.modules"), figure(day.modules, locale)),
    line(t("day_card.brackets"), figure(day.brackets, locale)),
    line(t("day_card.deviations"), deviationsOf(day.deviations, locale)),
    progressOf(day, locale),
  ]);
  const url = miniAppUrl(publicUrl, { kind: "object", id: day.objectId, section: "fact" });
  const row: Button[] = [{ kind: "webApp", text: t("day_card.open"), url }];
  if (day.photos > 0) {
    row.push({ kind: "webApp", text: t("day_card.photos", { count: day.photos }), url });
  }
  return { text: fitText(text, MESSAGE_LIMIT), buttons: [row] };
}

function enteredOf(day: FactDayCard, locale: Rendering["locale"]): Html {
  const count =
    day.total > 0
      ? translator(locale)("day_card.of_total", { done: day.entered, total: day.total })
      : String(day.entered);
  return joinHtml([count, day.by.map((name) => shortName(name)).join(", ")], " · ");
}

function figure(value: DayFigure | null, locale: Rendering["locale"]): Html | null {
  if (value === null) return null;
  const planned = value.plan !== null && Number(value.plan) !== 0;
  const plan = planned
    ? translator(locale)("day_card.at_plan", { plan: formatQuantity(value.plan, locale) })
    : null;
  return joinHtml([html`<b>${formatQuantity(value.fact, locale)}</b>`, plan], " ");
}

function deviationsOf(deviations: readonly string[], locale: Rendering["locale"]): Html {
  const hidden = deviations.length - SHOWN_DEVIATIONS;
  const more = hidden > 0 ? translator(locale)("day_card.more", { count: hidden }) : null;
  return joinHtml([...deviations.slice(0, SHOWN_DEVIATIONS), more], "; ");
}

function progressOf(day: FactDayCard, locale: Rendering["locale"]): Html | null {
  if (day.progressPct === null) return null;
  const bar = `${progressBar(day.progressPct)} ${formatPercent(day.progressPct, 0, locale)}`;
  if (day.deltaPct === null) return html`${bar}`;
  const delta = formatSigned(roundHalfUp(day.deltaPct, 1), locale);
  return joinHtml([bar, translator(locale)("day_card.shift_delta", { delta })], " · ");
}
