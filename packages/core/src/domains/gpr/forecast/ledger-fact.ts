import type { Day, Workdays } from "@stsphera/schedule";
import { dayNumber } from "@stsphera/schedule";
import { leftOn, NO_FORECAST, type RowForecast } from "@stsphera/schedule/versions";
import { big, FEWEST_DAYS, paceOf } from "../../calculation/index.ts";

/** The ledger of a work on a facade, quantities as decimal strings. */
export type LedgerOfWork = {
  work: string;
  facadeId: number;
  plan: string;
  fact: string;
  first: Day | null;
  last: Day | null;
  /** The newest productive days with their quantities. */
  days: [Day, string][] | null;
};

/** What the ledger says of a row. */
export type LedgerFact = {
  plan: string;
  fact: string;
  first: Day | null;
  last: Day | null;
  /** Sums of productive days, newest first. */
  productive: string[];
};

/**
 * Of parts of works by facade, those that each row plans: its work on its facade, or, without a facade, on those that no
 * other row of the work names. Several rows of one work and the same volumes have none: what of it is whose is not known.
 */
export function tiesOfRows<P extends { work: string; facadeId: number }>(
  rows: readonly Tied[],
  parts: readonly P[],
): Map<string, P[]> {
  const ties = new Map<string, P[]>();
  const tied = rows.filter(({ work }) => work !== null);
  for (const row of tied) {
    const others = tied.filter(({ key, work }) => key !== row.key && work === row.work);
    if (others.some(({ facadeId }) => facadeId === row.facadeId)) continue;
    const named = new Set(others.map(({ facadeId }) => facadeId));
    const own = parts.filter(
      ({ work, facadeId }) =>
        work === row.work && (row.facadeId === null ? !named.has(facadeId) : facadeId === row.facadeId),
    );
    if (own.length > 0) ties.set(row.key, own);
  }
  return ties;
}

type Tied = { key: string; work: string | null; facadeId: number | null };

/** The ledger of each row that plans volumes. */
export const ledgerOfRows = (
  rows: readonly Tied[],
  ledger: readonly LedgerOfWork[],
): Map<string, LedgerFact> =>
  new Map([...tiesOfRows(rows, ledger)].map(([key, parts]) => [key, sumOf(parts)]));

function sumOf(parts: readonly LedgerOfWork[]): LedgerFact {
  const total = (field: "plan" | "fact") =>
    parts.reduce((sum, part) => sum.plus(part[field]), big(0)).toFixed();
  const days = new Map<Day, ReturnType<typeof big>>();
  for (const [day, quantity] of parts.flatMap((part) => part.days ?? [])) {
    days.set(day, (days.get(day) ?? big(0)).plus(quantity));
  }
  const edge = (field: "first" | "last", later: boolean) =>
    parts
      .flatMap((part) => part[field] ?? [])
      .toSorted()
      .at(later ? -1 : 0) ?? null;
  return {
    plan: total("plan"),
    fact: total("fact"),
    first: edge("first", false),
    last: edge("last", true),
    productive: [...days]
      .toSorted(([one], [other]) => (one < other ? 1 : -1))
      .map(([, quantity]) => quantity.toFixed()),
  };
}

/**
 * The forecast of a row by the ledger. What is left takes as many days as the pace of the newest productive days needs
 * (formula 5), with too few of them its share of the duration; days that a person said to be left stand while they last.
 */
export function forecastByLedger(
  { plan, fact, first, last, productive }: LedgerFact,
  known: RowForecast | undefined,
  { duration, today, workdays }: { duration: number; today: Day; workdays: Workdays },
): RowForecast {
  const before = known ?? NO_FORECAST;
  if (big(fact).lte(0) || first === null || last === null) {
    return { ...before, actualStart: null, actualFinish: null, remaining: null, remainingOn: null };
  }
  const left = big(plan).minus(fact);
  if (left.lte(0))
    return { ...before, actualStart: first, actualFinish: last, remaining: null, remainingOn: null };
  const begun = { ...before, actualStart: first, actualFinish: null };
  if (lasts(before, today, workdays)) {
    return { ...begun, remaining: leftOn(before, today, workdays), remainingOn: today };
  }
  const pace = productive.length < FEWEST_DAYS ? null : paceOf(productive);
  const whole = duration + before.added;
  const days = pace !== null && big(pace).gt(0) ? left.div(pace) : left.times(whole).div(plan);
  return { ...begun, remaining: Math.max(Number(days.round(0, 3).toFixed()), 1), remainingOn: today };
}

/** Whether what was said to be left has not run out. */
function lasts({ remaining, remainingOn }: RowForecast, today: Day, { ordinal }: Workdays): boolean {
  if (remaining === null || remainingOn === null) return false;
  return ordinal(dayNumber(today)) - ordinal(dayNumber(remainingOn)) < remaining;
}
