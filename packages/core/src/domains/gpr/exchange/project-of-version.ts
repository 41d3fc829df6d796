import { addDays, type Context } from "../../../kernel/index.ts";
import { exportProject } from "@stsphera/schedule/mspdi";
import {
  datesOf,
  projectCalendar,
  projectOfContent,
  type RowProgress,
  type Span,
} from "@stsphera/schedule/versions";
import { contentOf, workdaysIn } from "../content-sql.ts";
import type { ForecastRow } from "../forecast/forecast-sql.ts";
import { forecastOf, type GprForecast, planSchedule } from "../forecast/read-forecast.ts";
import { doneOf } from "../forecast/row-progress.ts";

/** How far beyond a schedule its calendar is told, in days. */
const CALENDAR_BEYOND = 366;

/**
 * A version as a file of Microsoft Project. That of the version in force has the dates of its forecast, the progress, and
 * as baseline the dates that were signed; another one has its plan.
 */
export function mspdiOf(ctx: Pick<Context, "now">, stored: ForecastRow): string {
  const forecast = stored.status === "active" ? forecastOf(ctx, stored) : null;
  const schedule = forecast?.schedule ?? planSchedule(stored);
  const content = { ...contentOf(stored), dates: datesOf(schedule) };
  const workdays = workdaysIn(stored);
  const first = [...content.dates.values()].map(({ start }) => start).toSorted()[0] ?? content.start;
  const from = first < content.start ? first : content.start;
  const calendar = projectCalendar(workdays, {
    name: stored.objectName,
    weekdays: stored.calendar.workWeek,
    from,
    to: addDays(schedule.finish ?? content.start, CALENDAR_BEYOND),
  });
  return exportProject(
    projectOfContent(content, {
      name: stored.objectName,
      dataDate: forecast?.today ?? null,
      calendar,
      progress: forecast === null ? new Map() : progressOf(forecast),
      base: baseOf(stored),
    }),
  );
}

function progressOf(forecast: GprForecast): Map<string, RowProgress> {
  const { known, schedule } = forecast;
  const begun = [...known].filter(([, { actualStart }]) => actualStart !== null);
  return new Map(
    begun.map(([key, { actualStart, actualFinish }]) => {
      const left = schedule.tasks[schedule.topology.indexOf.get(key) ?? -1]?.left ?? null;
      const remaining = actualFinish === null ? left : null;
      const percentComplete = Math.round(doneOf(forecast, key));
      return [key, { actualStart, actualFinish, remaining, percentComplete }];
    }),
  );
}

/** The signed dates, as a baseline. */
function baseOf({ rows }: ForecastRow): Map<string, Span & { duration: number }> {
  return new Map(
    rows.flatMap(({ key, start, finish, duration }) =>
      start === null || finish === null ? [] : [[key, { start, finish, duration }] as const],
    ),
  );
}
