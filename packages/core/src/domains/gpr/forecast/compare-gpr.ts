import { compareGprQuery, type GprComparedRow, type GprComparison, id } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { dayNumber, rowDates } from "@stsphera/schedule";
import { compareWithBase, type Comparison, type Span } from "@stsphera/schedule/versions";
import { z } from "zod";
import { type Context, invalidField, query } from "../../../kernel/index.ts";
import { big } from "../../calculation/index.ts";
import { isChangeable } from "../../objects/index.ts";
import { assertReadInForce, forecastOf, type GprForecast, readForecast } from "./read-forecast.ts";
import { doneOf, leftOf } from "./row-progress.ts";

type BaseRow = { id: number; number: number; objectId: number; rows: (Span & { key: string })[] };

/** $1 version in force · $2 the base, or null for the first version that was in force. */
const BASE = `select b.id, b.number, b.object_id as "objectId",
    (select coalesce(json_agg(json_build_object('key', r.key, 'start', r.start_on, 'finish', r.finish_on)), '[]')
      from gpr_rows r where r.gpr_id = b.id and r.start_on is not null) as rows
  from gpr_versions b where b.id = coalesce($2::integer, (
    select f.id from gpr_versions f join gpr_versions v on v.object_id = f.object_id
    where v.id = $1 and f.activated_at is not null order by f.number limit 1)) and b.hash is not null`;

/** Base, plan, forecast and fact of each row and of the whole. */
export const compareGpr = query({
  name: "gpr.compare",
  permissions: ["gpr.view"],
  input: z.strictObject({ gprId: id, ...compareGprQuery.shape }),
  read: async (ctx, { gprId, base: baseId }): Promise<GprComparison> => {
    const stored = await readForecast(ctx, gprId);
    assertReadInForce(stored);
    const [base] = await ctx.db.read<BaseRow>(BASE, [gprId, baseId ?? null]);
    if (base === undefined || base.objectId !== stored.objectId) {
      throw invalidField("base", baseId === undefined ? "gpr_no_former" : "gpr_other_object");
    }
    return present(ctx, forecastOf(ctx, stored), base);
  },
});

function present(ctx: Context, forecast: GprForecast, base: BaseRow): GprComparison {
  const { stored, content, today } = forecast;
  const { id: gprId, objectId, objectStatus, number, version } = stored;
  const leaves = content.rows.filter(({ key }) => !forecast.summaries.has(key));
  const standing = leaves.map(({ key, duration }) => ({
    key,
    base: spanOf(forecast.plan, key),
    forecast: forecastSpan(forecast, key),
    milestone: duration === 0,
    done: Math.round(doneOf(forecast, key) * 10),
  }));
  const whole = compareWithBase(standing, today, forecast.workdays);
  const rows = comparedRows(forecast, whole, base);
  const baseFinish = lastOf(base.rows);
  const { forecastFinish } = whole;
  const mayEdit = isChangeable(objectStatus) && can(ctx.actor, "gpr.edit", { objectId });
  return {
    id: gprId,
    objectId,
    number,
    version,
    dataDate: today,
    base: { id: base.id, number: base.number },
    whole: {
      plannedPct: whole.plannedPct,
      donePct: whole.donePct,
      baseFinish,
      planFinish: whole.baseFinish,
      forecastFinish,
      finishLate: whole.finishLate,
      baseLate: baseFinish && forecastFinish ? lateOf(forecast, baseFinish, forecastFinish) : 0,
      late: whole.rows.filter(({ finishLate }) => finishLate > 0).length,
    },
    rows,
    can: { shift: mayEdit, progress: mayEdit, rebase: mayEdit },
  };
}

function comparedRows(forecast: GprForecast, whole: Comparison, base: BaseRow): GprComparedRow[] {
  const { content, schedule, plan, known, ledger } = forecast;
  const based = new Map(base.rows.map(({ key, start, finish }) => [key, { start, finish }]));
  const compared = new Map(whole.rows.map((row) => [row.key, row]));
  return content.rows.map(({ key }): GprComparedRow => {
    const dates = rowDates(schedule, key);
    const [planned, expected, of] = [spanOf(plan, key), forecastSpan(forecast, key), known.get(key)];
    const row = compared.get(key);
    const fact = ledger.get(key);
    const former = based.get(key) ?? null;
    return {
      key,
      base: former,
      plan: planned,
      forecast: expected,
      fact: {
        start: of?.actualStart ?? null,
        finish: of?.actualFinish ?? null,
        remaining: leftOf(forecast, key),
        source: fact !== undefined ? "ledger" : of?.actualStart ? "entered" : null,
        quantity:
          fact === undefined ? null : { fact: big(fact.fact).toFixed(), plan: big(fact.plan).toFixed() },
      },
      plannedPct: row?.plannedPct ?? null,
      donePct: row?.donePct ?? null,
      startLate: row?.startLate ?? lateOf(forecast, planned.start, expected.start),
      finishLate: row?.finishLate ?? lateOf(forecast, planned.finish, expected.finish),
      baseLate: former === null ? null : lateOf(forecast, former.finish, expected.finish),
      float: dates?.totalFloat ?? null,
      critical: dates?.critical ?? false,
      heldUntil: of?.heldUntil ?? null,
      added: of?.added ?? 0,
    };
  });
}

const spanOf = (plan: GprForecast["plan"], key: string): Span => plan.get(key) ?? { start: "", finish: "" };

function forecastSpan({ schedule }: GprForecast, key: string): Span {
  const { start = "", finish = "" } = rowDates(schedule, key) ?? {};
  return { start, finish };
}

const lateOf = ({ workdays: { ordinal } }: GprForecast, planned: string, expected: string): number =>
  ordinal(dayNumber(expected)) - ordinal(dayNumber(planned));

const lastOf = (spans: readonly Span[]): string | null =>
  spans.reduce<string | null>((last, { finish }) => (last === null || finish > last ? finish : last), null);
