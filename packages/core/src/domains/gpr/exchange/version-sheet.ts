import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { dayNumber, rowDates, type ScheduleLink } from "@stsphera/schedule";
import type { Context } from "../../../kernel/index.ts";
import type { Cell, Sheet } from "../../../platform/sheets/index.ts";
import type { ForecastRow } from "../forecast/forecast-sql.ts";
import { forecastOf, type GprForecast, planSchedule } from "../forecast/read-forecast.ts";
import { doneOf } from "../forecast/row-progress.ts";
import { exchangeWords } from "./exchange-words.ts";

const PLAN = [
  ["level", 9],
  ["number", 7],
  ["name", 48],
  ["department", 22],
  ["owner", 24],
  ["quantity", 12],
  ["unit", 8],
  ["days", 7],
  ["plan_start", 14],
  ["plan_finish", 14],
  ["not_earlier", 14],
  ["after", 20],
  ["float", 10],
  ["critical", 12],
] as const;
const FORECAST = [
  ["forecast_start", 14],
  ["forecast_finish", 14],
  ["fact_start", 14],
  ["fact_finish", 14],
  ["done", 10],
  ["late", 14],
] as const;

type Row = ForecastRow["rows"][number];
const day = (value: string | null | undefined): Cell => (value ? { day: value } : null);

/** A version as a sheet, a row each; that of the version in force has its forecast and its facts too. */
export function versionSheet(ctx: Pick<Context, "now">, stored: ForecastRow, locale: Locale): Sheet {
  const t = exchangeWords(locale);
  const forecast = stored.status === "active" ? forecastOf(ctx, stored) : null;
  const plan = planSchedule(stored);
  const schedule = forecast?.schedule ?? plan;
  const levels = new Map<string | null, number>([[null, 0]]);
  const parents = new Set(stored.rows.map(({ parent }) => parent));
  const after = afterTexts(stored, locale);
  const people = new Map(stored.people.map(({ id, fullName }) => [id, fullName]));
  const rows = stored.rows.map((row): Cell[] => {
    const level = (levels.get(row.parent) ?? 0) + 1;
    levels.set(row.key, level);
    const summary = parents.has(row.key);
    const planned = rowDates(plan, row.key);
    const dates = rowDates(schedule, row.key);
    const { constraint } = row;
    const notEarlier = constraint?.kind === "not_earlier" && constraint.edge === "start";
    return [
      level,
      row.number,
      { text: row.name, indent: level - 1, bold: summary },
      DEPARTMENT_CAPTIONS[locale][row.department],
      row.ownerId === null ? null : (people.get(row.ownerId) ?? null),
      row.quantity === null ? null : Number(row.quantity),
      row.unit,
      summary ? null : row.duration,
      day(row.start ?? planned?.start),
      day(row.finish ?? planned?.finish),
      day(notEarlier ? constraint.day : null),
      after.get(row.key) ?? null,
      dates?.totalFloat ?? null,
      dates?.critical === true ? t("yes") : null,
      ...(forecast === null ? [] : forecastCells(forecast, row, summary)),
    ];
  });
  const columns = [...PLAN, ...(forecast === null ? [] : FORECAST)];
  return {
    name: t("sheet", { number: stored.number }),
    columns: columns.map(([title, width]) => ({ title: t(title), width })),
    rows,
  };
}

function forecastCells(forecast: GprForecast, { key }: Row, summary: boolean): Cell[] {
  const { schedule, known, plan, workdays } = forecast;
  const dates = rowDates(schedule, key);
  const of = known.get(key);
  const planned = plan.get(key);
  const ordinal = (value: string) => workdays.ordinal(dayNumber(value));
  return [
    day(dates?.start),
    day(dates?.finish),
    day(of?.actualStart),
    day(of?.actualFinish),
    summary ? null : doneOf(forecast, key),
    dates === undefined || planned === undefined ? null : ordinal(dates.finish) - ordinal(planned.finish),
  ];
}

/** «97ОН+2; 103НН», as a pasted table may say it. */
export function afterTexts(
  { rows, links }: Pick<ForecastRow, "rows" | "links">,
  locale: Locale,
): Map<string, string> {
  const numbers = new Map(rows.map(({ key, number }) => [key, number]));
  const texts = new Map<string, string>();
  for (const link of links) {
    const text = linkText(link, numbers.get(link.from) ?? 0, locale);
    const was = texts.get(link.to);
    texts.set(link.to, was === undefined ? text : `${was}; ${text}`);
  }
  return texts;
}

/** «97», «97ОН+2», «103НН−1» */
export function linkText({ type, lag, unit }: ScheduleLink, number: number, locale: Locale): string {
  const t = exchangeWords(locale);
  if (type === "FS" && lag === 0) return String(number);
  const days =
    lag === 0 ? "" : `${lag > 0 ? "+" : "−"}${Math.abs(lag)}${unit === "elapsed" ? t("elapsed") : ""}`;
  return `${number}${t(type)}${days}`;
}
