import { dayNumber } from "@stsphera/schedule";
import { big } from "../../calculation/index.ts";
import type { GprForecast } from "./read-forecast.ts";

/** Working days left of a row that has begun and is not finished. */
export function leftOf({ schedule: { topology, tasks } }: GprForecast, key: string): number | null {
  const task = tasks[topology.indexOf.get(key) ?? -1];
  return task === undefined || task.actualStart === null || task.actualFinish !== null ? null : task.left;
}

/** Per cent of a row that is done: by the ledger, else the share of its working days that have passed. */
export function doneOf(forecast: GprForecast, key: string): number {
  const { known, ledger, schedule, workdays, today } = forecast;
  const fact = ledger.get(key);
  if (fact !== undefined) {
    const share = big(fact.fact).times(100).div(fact.plan);
    return Math.min(Math.max(Number(share.round(1, 1).toFixed()), 0), 100);
  }
  const row = known.get(key);
  if (!row?.actualStart) return 0;
  if (row.actualFinish) return 100;
  const passed = Math.max(
    workdays.ordinal(dayNumber(today)) - workdays.ordinal(dayNumber(row.actualStart)),
    0,
  );
  const left = schedule.tasks[schedule.topology.indexOf.get(key) ?? -1]?.left ?? 0;
  return passed + left === 0 ? 0 : Math.round((1000 * passed) / (passed + left)) / 10;
}
