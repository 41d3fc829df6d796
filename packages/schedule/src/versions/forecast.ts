import {
  type Day,
  dayNumber,
  explain,
  type Network,
  type RowChange,
  type Schedule,
  type Workdays,
} from "../index.ts";
import { networkOfContent, summaryKeys, type VersionContent } from "./content.ts";

/** What is known of a row beside its plan: what happened, and what the forecast was moved by. */
export type RowForecast = {
  /** A shift holds what has not begun until this day. */
  heldUntil: Day | null;
  /** Working days that pauses added to the row. */
  added: number;
  actualStart: Day | null;
  actualFinish: Day | null;
  /** Working days left of a started row, as said on `remainingOn`. */
  remaining: number | null;
  remainingOn: Day | null;
};

export const NO_FORECAST: RowForecast = {
  heldUntil: null,
  added: 0,
  actualStart: null,
  actualFinish: null,
  remaining: null,
  remainingOn: null,
};

/**
 * What is left of a row on a day, of what was said to be left before: a working day each day, until somebody says
 * otherwise, and at least one while it is not finished.
 */
export function leftOn(
  { remaining, remainingOn }: Pick<RowForecast, "remaining" | "remainingOn">,
  today: Day,
  { ordinal }: Workdays,
): number | null {
  if (remaining === null) return null;
  const passed = remainingOn === null ? 0 : ordinal(dayNumber(today)) - ordinal(dayNumber(remainingOn));
  return Math.max(remaining - Math.max(passed, 0), 1);
}

/** A version as it is expected to go: its plan with what happened, shifts and pauses; what is left begins today. */
export function networkOfForecast(
  content: VersionContent,
  forecast: ReadonlyMap<string, RowForecast>,
  { today, workdays }: { today: Day; workdays: Workdays },
): Network {
  const plan = networkOfContent(content, workdays);
  return {
    ...plan,
    dataDate: today,
    rows: plan.rows.map((row) => {
      const known = forecast.get(row.id);
      if (known === undefined) return row;
      return {
        ...row,
        duration: row.duration + known.added,
        heldUntil: known.heldUntil,
        actualStart: known.actualStart,
        actualFinish: known.actualFinish,
        remaining: leftOn(known, today, workdays),
      };
    }),
  };
}

/** The forecast of rows after changes of the network that `networkOfForecast` made of it. */
export function forecastAfter(
  forecast: ReadonlyMap<string, RowForecast>,
  changes: readonly RowChange[],
  { durations, today }: { durations: ReadonlyMap<string, number>; today: Day },
): Map<string, RowForecast> {
  return new Map(
    changes.map(({ id, duration, heldUntil, remaining }) => {
      const after = { ...NO_FORECAST, ...forecast.get(id) };
      if (heldUntil !== undefined) after.heldUntil = heldUntil;
      if (duration !== undefined) after.added = duration - (durations.get(id) ?? 0);
      if (remaining !== undefined) {
        after.remaining = remaining;
        after.remainingOn = remaining === null ? null : today;
      }
      return [id, after];
    }),
  );
}

/**
 * The content of a version that plans what the forecast expects, with the same dates: what began is planned on the day it
 * began, with the working days from its first day to its last; what a shift or the data date holds begins no earlier than
 * that day, instead of any other constraint, as a row has one. Links, people and quantities stay.
 */
export function contentOfForecast(
  content: VersionContent,
  schedule: Schedule,
  forecast: ReadonlyMap<string, RowForecast>,
): VersionContent {
  const { ordinal } = schedule.setting.calendars.main;
  const summaries = summaryKeys(content.rows);
  const rows = content.rows.map((row) => {
    const reached = explain(schedule, row.key);
    if (reached === undefined || summaries.has(row.key)) return row;
    const { start, finish, reason } = reached;
    if (reason.kind === "fact") {
      const days = ordinal(dayNumber(finish) + 1) - ordinal(dayNumber(start));
      const duration = row.duration === 0 ? 0 : Math.max(days, 1);
      return { ...row, duration, constraint: { kind: "on" as const, edge: "start" as const, day: start } };
    }
    const duration = row.duration + (forecast.get(row.key)?.added ?? 0);
    if (reason.kind !== "held" && reason.kind !== "data_date") return { ...row, duration };
    return {
      ...row,
      duration,
      constraint: { kind: "not_earlier" as const, edge: "start" as const, day: start },
    };
  });
  return { ...content, rows };
}
