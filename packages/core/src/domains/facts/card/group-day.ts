import { dayWithYear, formatPercent, formatQuantity } from "@stsphera/contracts/format";
import { html, type Html, joinHtml, line, progressBar } from "@stsphera/telegram";
import type { GroupCopy, GroupDrawing } from "../../../platform/notify/index.ts";
import type { DayCard } from "../read-day-card.ts";
import { dayCardWords, deviationWords } from "./deviation-words.ts";

const SHOWN_DEVIATIONS = 3;

/** A shift that was handed in, in a chat of its object: figures alone, no people, crews or idle time. */
export function groupShift(day: DayCard, { locale, today }: GroupDrawing): GroupCopy {
  const t = dayCardWords(locale);
  const { objectName: object, date, modules, brackets, progressPct, parts } = day;
  const second = modules === null ? t("brackets") : t("brackets").toLocaleLowerCase(locale);
  const works = joinHtml([figureOf(t("modules"), modules), figureOf(second, brackets)], " · ");
  const state = day.closed ? t("closed") : t("closed_of", { done: parts.closed, total: parts.total });
  const isNight = day.closings.some(({ shift, reopened }) => shift === "night" && !reopened);
  const bar =
    progressPct === null ? null : `${progressBar(progressPct)} ${formatPercent(progressPct, 0, locale)}`;
  return {
    key: `shift:${day.objectId}:${date}`,
    title: t("title", { object, date: dayWithYear(date, today, locale) }),
    lines: [
      works,
      line(t("shift"), parts.total > 1 && parts.closed > 0 ? state : null),
      line(t("night"), isNight ? t("closed") : null),
      bar,
    ],
    many: (count) => t("group_shifts", { count }),
    button: { text: t("group_open"), link: linkOf(day) },
  };

  function figureOf(label: string, value: DayCard["modules"]): Html | null {
    if (value === null) return null;
    const isPlanned = Number(value.plan) !== 0;
    const plan = isPlanned ? t("at_plan", { plan: formatQuantity(value.plan, locale) }) : null;
    const fact = html`<b>${formatQuantity(value.fact, locale)}</b>`;
    return joinHtml([html`${label}  ${fact}`, plan], " ");
  }
}

/** What a shift did otherwise than planned, without who was idle. */
export function groupDeviation(day: DayCard, { locale }: GroupDrawing): GroupCopy {
  const t = dayCardWords(locale);
  const { objectName: object, deviations } = day;
  const isBelow = deviations.every(({ fact, plan }) => Number(fact) < Number(plan));
  const hidden = deviations.length - SHOWN_DEVIATIONS;
  return {
    key: `deviation:${day.objectId}:${day.date}`,
    title: t(isBelow ? "deviation_below" : "deviation_off", { object }),
    lines: [
      ...deviations.slice(0, SHOWN_DEVIATIONS).map((one) => deviationWords(one, locale)),
      hidden > 0 ? t("more", { count: hidden }) : null,
    ],
    many: (count) => t("group_deviations", { count }),
    button: { text: t("group_open"), link: linkOf(day) },
  };
}

const linkOf = ({ objectId: id, date: day }: DayCard) =>
  ({ kind: "object", id, section: "fact", day }) as const;
