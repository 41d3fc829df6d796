import type { FacadeState, Health } from "@stsphera/contracts";
import { big, type Decimal } from "./decimal.ts";

/**
 * By percentage points behind the plan: green down to −2, amber down to −7, red below; without a plan nothing is
 * behind.
 */
export function healthOf(pct: Decimal | null, plannedPct: Decimal | null): Health {
  if (pct === null || plannedPct === null) return "green";
  const behind = big(pct).minus(plannedPct);
  if (behind.gte(-2)) return "green";
  return behind.gte(-7) ? "amber" : "red";
}

export function facadeStateOf(pct: Decimal | null, health: Health): FacadeState {
  if (pct !== null && big(pct).gte(100)) return "done";
  if (health === "red") return "late";
  return pct === null || big(pct).eq(0) ? "not_started" : "in_work";
}
