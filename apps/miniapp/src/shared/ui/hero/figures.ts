import type { DashboardFacade, ObjectDashboard } from "@stsphera/contracts";
import { minus, toMilli } from "../../format/decimal.ts";

/** Points between fact and plan; null when one of them is unknown. */
export function deviationOf({ pct, plannedPct }: ObjectDashboard["progress"]): string | null {
  return pct === null || plannedPct === null ? null : minus(pct, plannedPct);
}

/** The facade that lags most among the red ones: the one a director asks about. */
export function facadeThatStands(facades: readonly DashboardFacade[]): DashboardFacade | null {
  const lagOf = (facade: DashboardFacade) => toMilli(facade.plannedPct ?? "0") - toMilli(facade.pct ?? "0");
  const red = facades.filter((facade) => facade.health === "red" && lagOf(facade) > 0);
  return red.sort((a, b) => lagOf(b) - lagOf(a))[0] ?? null;
}

/** Days behind the deadline by the forecast; null without a forecast or a deadline. */
export function lateDaysOf(forecast: ObjectDashboard["forecast"] | undefined): number | null {
  return forecast !== undefined && "lateDays" in forecast ? forecast.lateDays : null;
}
