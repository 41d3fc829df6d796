import { toMilli } from "../format/thousandths.ts";

const DEVIATION_SHARE = 15;

/** True for a quantity that is more than 15 % off the plan of its day; without a plan nothing deviates. */
export function isOffPlan(quantity: string, plan: string | null): boolean {
  if (plan === null) return false;
  const planned = toMilli(plan);
  return planned > 0 && Math.abs(toMilli(quantity) - planned) * 100 > planned * DEVIATION_SHARE;
}
