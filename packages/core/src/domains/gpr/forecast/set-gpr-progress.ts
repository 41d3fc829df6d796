import { id, type SetGprProgress, setGprProgressInput } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { NO_FORECAST, type RowForecast } from "@stsphera/schedule/versions";
import { z } from "zod";
import { command, DomainError, forbidden, invalidField } from "../../../kernel/index.ts";
import { assertObjectOpen } from "../../objects/index.ts";
import { lockGpr, subjectOf } from "../load-gpr.ts";
import { finishOf } from "./preview.ts";
import { assertInForce, forecastOf, type GprForecast, loadForecast } from "./read-forecast.ts";
import { writeForecast } from "./write-forecast.ts";

type Said = SetGprProgress["rows"][number];

/** How many changed rows the audit log names. */
const TOLD_ROWS = 50;

/** Says when rows of the version in force began and ended, and how many working days of one are left. */
export const setGprProgress = command({
  name: "gpr.set_progress",
  permissions: ["gpr.edit"],
  quiet: true,
  input: z.strictObject({ gprId: id, ...setGprProgressInput.shape }),
  load: (tx, ctx, { gprId }) => lockGpr(tx, ctx, gprId),
  authorize: (ctx, { gpr, object }) => {
    if (!can(ctx.actor, "gpr.edit", { objectId: gpr.objectId })) throw forbidden("gpr.edit");
    assertObjectOpen(object);
    assertInForce(gpr);
  },
  execute: async (tx, { ctx, input: { rows }, target: { gpr } }) => {
    const before = forecastOf(ctx, await loadForecast(tx, gpr.id));
    const known = new Map(before.stored.forecasts.map(({ key, ...row }) => [key, row]));
    const after = new Map<string, RowForecast>();
    for (const [at, said] of rows.entries()) {
      const was = after.get(said.key) ?? known.get(said.key) ?? NO_FORECAST;
      after.set(said.key, progressOf(before, was, said, `rows.${at}`));
    }
    await writeForecast(tx, gpr.id, after);
    const now = forecastOf(ctx, await loadForecast(tx, gpr.id));
    const told = (of: ReadonlyMap<string, RowForecast>) =>
      [...after.keys()].slice(0, TOLD_ROWS).map((key) => tell(before, key, of.get(key) ?? NO_FORECAST));
    return {
      result: { id: gpr.id, rows: after.size, finish: finishOf(before.schedule, now.schedule) },
      changes: [{ ...subjectOf(gpr), before: { rows: told(known) }, after: { rows: told(after) } }],
      events: [],
    };
  },
});

/** The row as it is after what was said; throws for what cannot be. */
function progressOf(
  { rows, summaries, ledger, today }: GprForecast,
  was: RowForecast,
  { key, actualStart, actualFinish, remaining }: Said,
  path: string,
): RowForecast {
  if (!rows.has(key)) throw invalidField(path, "gpr_row_gone");
  if (summaries.has(key)) throw new DomainError("conflict", { sentence: "gpr_row_of_summary" });
  if (ledger.has(key)) throw new DomainError("conflict", { sentence: "gpr_row_of_ledger" });
  const start = actualStart === undefined ? was.actualStart : actualStart;
  const finish = actualFinish === undefined ? was.actualFinish : actualFinish;
  if (start !== null && start > today) throw invalidField(`${path}.actualStart`, "gpr_fact_ahead");
  if (finish !== null && finish > today) throw invalidField(`${path}.actualFinish`, "gpr_fact_ahead");
  if (finish !== null && start === null) throw invalidField(`${path}.actualStart`, "gpr_fact_without_start");
  if (finish !== null && start !== null && finish < start) {
    throw invalidField(`${path}.actualFinish`, "gpr_fact_backwards");
  }
  const running = start !== null && finish === null;
  if (typeof remaining === "number" && !running) {
    throw invalidField(`${path}.remaining`, "gpr_remaining_of_over");
  }
  const left = running ? (remaining === undefined ? was.remaining : remaining) : null;
  const since = remaining === undefined ? was.remainingOn : today;
  return {
    ...was,
    actualStart: start,
    actualFinish: finish,
    remaining: left,
    remainingOn: left === null ? null : since,
  };
}

/** «97 Монтаж модулей: 2026-09-14 – , 5» */
function tell({ rows }: GprForecast, key: string, row: RowForecast): string {
  const { number, name } = rows.get(key) ?? { number: 0, name: "" };
  const left = row.remaining === null ? "" : `, ${row.remaining}`;
  return `${number} ${name}: ${row.actualStart ?? "–"} – ${row.actualFinish ?? "–"}${left}`;
}
