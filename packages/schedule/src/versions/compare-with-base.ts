import { type Day, dayNumber, type Workdays } from "../index.ts";
import type { Span } from "./content.ts";

/** A leaf row as it stands: what was signed, what is expected now, and how much of it is done. */
export type StandingRow = {
  key: string;
  base: Span;
  forecast: Span;
  /** Has no part in the per cents. */
  milestone: boolean;
  /** Tenths of a per cent, 0 to 1000. */
  done: number;
};

export type ComparedRow = {
  key: string;
  /** Per cent with one decimal; null for a milestone. */
  plannedPct: number | null;
  donePct: number | null;
  /** Working days by which the row lies behind its base (negative where it is ahead). */
  startLate: number;
  finishLate: number;
};

export type Comparison = {
  rows: ComparedRow[];
  /** Weighted by the working days of the base; null where there are none. */
  plannedPct: number | null;
  donePct: number | null;
  baseFinish: Day | null;
  forecastFinish: Day | null;
  finishLate: number;
};

/** Per cent with one decimal, half up, of whole numbers that are not negative. */
const percent = (part: number, whole: number) =>
  whole === 0 ? null : Math.floor((2000 * part + whole) / (2 * whole)) / 10;

const latest = (days: readonly Day[]) =>
  days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);

/**
 * Compares rows and the whole with the base plan. The planned part of a row on a day is the share of its base's working
 * days that lie before that day, so through yesterday, as facts are.
 */
export function compareWithBase(rows: readonly StandingRow[], today: Day, { ordinal }: Workdays): Comparison {
  const now = ordinal(dayNumber(today));
  const late = (base: Day, forecast: Day) => ordinal(dayNumber(forecast)) - ordinal(dayNumber(base));
  let [planned, done, whole] = [0, 0, 0];
  const compared = rows.map(({ key, base, forecast, milestone, done: part }): ComparedRow => {
    const first = ordinal(dayNumber(base.start));
    const days = milestone ? 0 : ordinal(dayNumber(base.finish) + 1) - first;
    const passed = Math.min(Math.max(now - first, 0), days);
    planned += passed;
    done += part * days;
    whole += days;
    return {
      key,
      plannedPct: percent(passed, days),
      donePct: milestone ? null : part / 10,
      startLate: late(base.start, forecast.start),
      finishLate: late(base.finish, forecast.finish),
    };
  });
  const baseFinish = latest(rows.map(({ base }) => base.finish));
  const forecastFinish = latest(rows.map(({ forecast }) => forecast.finish));
  return {
    rows: compared,
    plannedPct: percent(planned, whole),
    donePct: percent(done, whole * 1000),
    baseFinish,
    forecastFinish,
    finishLate: baseFinish && forecastFinish ? late(baseFinish, forecastFinish) : 0,
  };
}
