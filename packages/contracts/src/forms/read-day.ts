const DAY_MS = 86_400_000;
const TYPED = /^(\d{1,2})[.,/ ](\d{1,2})(?:[.,/ ](\d{4}|\d{2}))?$/;
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** The day `by` days after another. */
export const shiftDay = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10);

/** True for a valid calendar day within the years that all verbs accept. */
export function isDay(text: string): boolean {
  if (!ISO.test(text) || text < "2000-01-01" || text > "2100-12-31") return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

const NAMED: ReadonlyMap<string, number> = new Map([
  ["вчера", -1],
  ["сегодня", 0],
  ["завтра", 1],
  ["послезавтра", 2],
  ["yesterday", -1],
  ["today", 0],
  ["tomorrow", 1],
]);

const padded = (number: string): string => number.padStart(2, "0");

/**
 * Parses a day as typed: «завтра», «24.09», «24.09.26», «24.09.2026». Without a year it is the next such day from
 * `today` on, or of the current year with `past`. Null for anything else.
 */
export function readDay(text: string, today: string, { past = false } = {}): string | null {
  const named = NAMED.get(text.trim().toLocaleLowerCase("ru"));
  if (named !== undefined) return named < 0 && !past ? null : shiftDay(today, named);
  const match = TYPED.exec(text.trim());
  if (match === null) return null;
  const [, day = "", month = "", year] = match;
  const rest = `${padded(month)}-${padded(day)}`;
  if (year !== undefined) {
    const full = `${year.length === 2 ? `20${year}` : year}-${rest}`;
    return isDay(full) ? full : null;
  }
  const thisYear = Number(today.slice(0, 4));
  const years = past ? [thisYear] : [thisYear, thisYear + 1];
  return years.map((one) => `${one}-${rest}`).find((one) => isDay(one) && (past || one >= today)) ?? null;
}
