import { type GprWhy, gprWhyQuery, id } from "@stsphera/contracts";
import { drivingPath, explain, lastRow, type Reason, rowDates, type Schedule } from "@stsphera/schedule";
import { z } from "zod";
import { invalidField, query } from "../../../kernel/index.ts";
import { whyText } from "../card/why-text.ts";
import type { ForecastRow } from "./forecast-sql.ts";
import { currentSchedule, readForecast } from "./read-forecast.ts";

/** How many rows of a path an answer names. */
const TOLD_ROWS = 50;

/** «Почему эта дата?»: what decides when a row begins, in a sentence and as data, with the rows that lead to it. */
export const whyGpr = query({
  name: "gpr.why",
  permissions: ["gpr.view"],
  input: z.strictObject({ gprId: id, ...gprWhyQuery.shape }),
  read: async (ctx, { gprId, row }): Promise<GprWhy> => {
    const stored = await readForecast(ctx, gprId);
    const schedule = currentSchedule(ctx, stored);
    const key = row ?? lastRow(schedule);
    if (key === null) throw invalidField("row", "gpr_no_rows");
    const found = explain(schedule, key);
    if (found === undefined) throw invalidField("row", "gpr_row_gone");
    const { start, finish, reason, daysOff, gaveWay } = found;
    const driver = "drivenBy" in reason ? reason.drivenBy : null;
    const locale = ctx.actor.kind === "user" ? ctx.actor.locale : "ru";
    const why = {
      row: brief(stored, key),
      start,
      finish,
      reason: reason as GprWhy["reason"],
      drivenBy: driver === null ? null : brief(stored, driver),
      daysOff,
      gaveWay,
    };
    const of = groupOf(reason);
    const text = whyText(why, { locale, group: of === null ? null : brief(stored, of).name });
    return { ...why, text, path: pathOf(stored, schedule, key) };
  },
});

const groupOf = (reason: Reason): string | null => ("of" in reason ? reason.of : null);

function brief({ rows }: ForecastRow, key: string): GprWhy["row"] {
  const row = rows.find((one) => one.key === key);
  return { key, number: row?.number ?? 0, name: row?.name ?? "" };
}

function pathOf(stored: ForecastRow, schedule: Schedule, key: string): GprWhy["path"] {
  return drivingPath(schedule, key)
    .slice(0, TOLD_ROWS)
    .map((one) => {
      const { start = "", finish = "" } = rowDates(schedule, one) ?? {};
      return { ...brief(stored, one), start, finish };
    });
}
