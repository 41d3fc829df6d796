import { compareDecimals, subtract } from "@stsphera/contracts/format";
import type { DashboardFacade, ObjectDashboard } from "@stsphera/contracts";

/** Points between fact and plan; null when one of them is unknown. */
export function deviationOf({ pct, plannedPct }: ObjectDashboard["progress"]): string | null {
  return pct === null || plannedPct === null ? null : subtract(pct, plannedPct);
}

/** The facade that lags most among the red ones: the one a director asks about. */
export function existingFacade(facades: readonly DashboardFacade[]): DashboardFacade | null {
  const lagOf = (facade: DashboardFacade) => subtract(facade.plannedPct ?? "0", facade.pct ?? "0");
  const red = facades.filter((facade) => facade.health === "red" && compareDecimals(lagOf(facade), "0") > 0);
  return red.sort((a, b) => compareDecimals(lagOf(b), lagOf(a)))[0] ?? null;
}

/** Days behind the deadline by the forecast; null without a forecast or a deadline. */
export function lateDaysOf(forecast: ObjectDashboard["forecast"] | undefined): number | null {
  return forecast !== undefined && "lateDays" in forecast ? forecast.lateDays : null;
}
