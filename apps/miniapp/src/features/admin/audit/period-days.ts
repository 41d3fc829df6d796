import { addDays } from "../../../shared/format/times.ts";

export const PERIODS = ["all", "today", "week", "month", "days"] as const;
export type Period = (typeof PERIODS)[number];

const LENGTH = { today: 1, week: 7, month: 30 } as const;

/** The first and last day of a period that ends today; of chosen days, those that are given. */
export function daysOfPeriod(
  period: Period,
  today: string,
  chosen: { from: string; to: string },
): { from?: string; to?: string } {
  if (period === "all") return {};
  if (period !== "days") return { from: addDays(today, 1 - LENGTH[period]) };
  const { from, to } = chosen;
  return { ...(from === "" ? {} : { from }), ...(to === "" ? {} : { to }) };
}
