import type { GprRow } from "@stsphera/contracts";
import { computeSchedule, type Day, type Schedule, type Workdays } from "@stsphera/schedule";
import {
  datesOf,
  networkOfContent,
  networkOfForecast,
  type RowForecast,
  type Span,
  summaryKeys,
  type VersionContent,
} from "@stsphera/schedule/versions";
import { sql } from "drizzle-orm";
import {
  type Context,
  DomainError,
  invalidField,
  localDay,
  notFound,
  type Tx,
  inReach,
  reachParams,
} from "../../../kernel/index.ts";
import { contentOf, workdaysIn } from "../content-sql.ts";
import { FORECAST_COLUMNS, FORECAST_FROM, type ForecastRow } from "./forecast-sql.ts";
import { forecastByLedger, type LedgerFact, ledgerOfRows } from "./ledger-fact.ts";

/** A version in force as it stands today. */
export type GprForecast = {
  stored: ForecastRow;
  content: VersionContent;
  rows: ReadonlyMap<string, Pick<GprRow, "key" | "number" | "name" | "department" | "ownerId">>;
  summaries: ReadonlySet<string>;
  workdays: Workdays;
  today: Day;
  /** The dates that were signed. */
  plan: ReadonlyMap<string, Span>;
  /** What is known of rows, with what the ledger says of them. */
  known: ReadonlyMap<string, RowForecast>;
  ledger: ReadonlyMap<string, LedgerFact>;
  schedule: Schedule;
};

const BY_ID = `select ${FORECAST_COLUMNS} ${FORECAST_FROM} where v.id = $1 and ${inReach("$2", "$3", "v")}`;

/** Reads a version that the reader may see; throws not_found. */
export async function readForecast(ctx: Context, gprId: number): Promise<ForecastRow> {
  const [row] = await ctx.db.read<ForecastRow>(BY_ID, [gprId, ...reachParams(ctx.actor, "gpr.view")]);
  if (row === undefined) throw notFound();
  return row;
}

/** The same inside a transaction that has locked the version. */
export async function loadForecast(tx: Tx, gprId: number): Promise<ForecastRow> {
  const [row] = await tx.execute<ForecastRow>(
    sql`select ${sql.raw(FORECAST_COLUMNS)} ${sql.raw(FORECAST_FROM)} where v.id = ${gprId}`,
  );
  if (row === undefined) throw notFound();
  return row;
}

type Version = Pick<ForecastRow, "status" | "number">;

/** A version has a forecast while it is in force: refuses a change of another one. */
export function assertInForce({ status, number }: Version): void {
  if (status === "active") return;
  throw new DomainError("conflict", { sentence: "gpr_not_in_force", values: { number } });
}

/** The same for a read, which has nothing to be in conflict with. */
export function assertReadInForce({ status, number }: Version): void {
  if (status !== "active") throw invalidField("gprId", "gpr_not_in_force", { number });
}

/** The forecast of a version in force at an instant. */
export function forecastOf(ctx: Pick<Context, "now">, stored: ForecastRow): GprForecast {
  const workdays = workdaysIn(stored);
  const content = contentOf(stored);
  const today = localDay(ctx.now, stored.timeZone, stored.dayCutoff);
  const summaries = summaryKeys(content.rows);
  const leaves = stored.rows.filter(({ key }) => !summaries.has(key));
  const ledger = ledgerOfRows(leaves, stored.ledger);
  const known = new Map<string, RowForecast>();
  for (const { key, ...row } of stored.forecasts) known.set(key, untilToday(row, today));
  for (const { key, duration } of leaves) {
    const fact = ledger.get(key);
    if (fact === undefined) continue;
    const row = forecastByLedger(fact, known.get(key), { duration, today, workdays });
    known.set(key, untilToday(row, today));
  }
  const schedule = computed(networkOfForecast(content, known, { today, workdays }));
  return {
    stored,
    content,
    rows: new Map(stored.rows.map((row) => [row.key, row])),
    summaries,
    workdays,
    today,
    plan: planOf(stored, content, workdays),
    known,
    ledger,
    schedule,
  };
}

/** The dates people go by: of the version in force its forecast, of another one its plan. */
export const currentSchedule = (ctx: Pick<Context, "now">, stored: ForecastRow): Schedule =>
  stored.status === "active" ? forecastOf(ctx, stored).schedule : planSchedule(stored);

/** The schedule of the plan alone. */
export const planSchedule = (stored: ForecastRow): Schedule =>
  computed(networkOfContent(contentOf(stored), workdaysIn(stored)));

/** A stored version can be computed: it was when it was saved. Dates out of the calendars' century alone remain. */
function computed(network: Parameters<typeof computeSchedule>[0]): Schedule {
  const result = computeSchedule(network);
  if (result.problems === undefined) return result.schedule;
  const [problem] = result.problems;
  if (problem?.kind === "out_of_range") throw invalidField("gprId", "gpr_out_of_range");
  throw new Error(`a stored schedule cannot be computed: ${JSON.stringify(problem)}`);
}

/** No fact lies after today, whatever the day of the object begins at since it was entered. */
function untilToday(row: RowForecast, today: Day): RowForecast {
  const { actualStart, actualFinish } = row;
  return {
    ...row,
    actualStart: actualStart !== null && actualStart > today ? today : actualStart,
    actualFinish: actualFinish !== null && actualFinish > today ? today : actualFinish,
  };
}

/** The signed dates; those that rows and links lead to where none are stored. */
function planOf(
  { rows }: ForecastRow,
  content: VersionContent,
  workdays: Workdays,
): ReadonlyMap<string, Span> {
  const signed = rows.flatMap(({ key, start, finish }) =>
    start === null || finish === null ? [] : [[key, { start, finish }] as const],
  );
  if (signed.length === rows.length) return new Map(signed);
  return datesOf(computed(networkOfContent(content, workdays)));
}
