/** How many pixels a day takes, at letters of 16 px. */
export const ZOOMS = { day: 24, week: 8, month: 2.6 } as const;
export type Zoom = keyof typeof ZOOMS;
export const isZoom = (value: string): value is Zoom => Object.hasOwn(ZOOMS, value);

const NARROWEST = 1.2;
const WIDEST = 48;
/** Days shown before the first and after the last row. */
const MARGIN = 14;

export type Scale = {
  /** The first day drawn, as a number since 1970-01-01. */
  readonly from: number;
  readonly days: number;
  readonly perDay: number;
};

export function scaleOf(first: number, last: number, perDay: number): Scale {
  return { from: first - MARGIN, days: last - first + 1 + 2 * MARGIN, perDay };
}

export const clampPerDay = (perDay: number): number => Math.min(Math.max(perDay, NARROWEST), WIDEST);

/** The left edge of a day, from the left edge of the chart. */
export const xOf = ({ from, perDay }: Scale, day: number): number => (day - from) * perDay;

/** The day at a place of the chart. */
export const dayAt = ({ from, perDay }: Scale, x: number): number => from + Math.floor(x / perDay);

export type Tick = { readonly day: number; readonly kind: "year" | "month" | "week" | "day" };

/** What the lower line of the heading counts, by the room that a day has. */
export const tickKind = (perDay: number): Tick["kind"] =>
  perDay >= 16 ? "day" : perDay >= 5 ? "week" : perDay >= 1 ? "month" : "year";

const DAY_MS = 86_400_000;

/** The first days of months, or of years, between two days. */
export function firstsOf(kind: "month" | "year", from: number, to: number): number[] {
  const date = new Date(from * DAY_MS);
  const firsts: number[] = [];
  let [year, month] = [date.getUTCFullYear(), kind === "year" ? 0 : date.getUTCMonth()];
  for (;;) {
    const day = Date.UTC(year, month, 1) / DAY_MS;
    if (day > to) return firsts;
    firsts.push(day);
    if (kind === "year") year += 1;
    else month += 1;
  }
}

/** Mondays between two days, the first of them on or before `from`. */
export function mondaysOf(from: number, to: number): number[] {
  const first = from - ((((from + 3) % 7) + 7) % 7);
  const mondays: number[] = [];
  for (let day = first; day <= to; day += 7) mondays.push(day);
  return mondays;
}
