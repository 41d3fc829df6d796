import { type Milli, toMilli } from "@stsphera/contracts/format";
import type { FactFormLine } from "@stsphera/contracts";

const UNIT: Milli = 1000;

/** How far one press goes, and the two figures that can be added, by the size of the day's plan. */
export type Steps = { readonly step: Milli; readonly add: readonly [Milli, Milli] };

export function stepsFor(line: Pick<FactFormLine, "planToday" | "planTotal">): Steps {
  const plan = toMilli(line.planToday ?? line.planTotal);
  if (plan <= 50 * UNIT) return { step: UNIT, add: [5 * UNIT, 10 * UNIT] };
  if (plan <= 150 * UNIT) return { step: 5 * UNIT, add: [5 * UNIT, 10 * UNIT] };
  return { step: 10 * UNIT, add: [10 * UNIT, 50 * UNIT] };
}

/** One press more or less; never below nothing. */
export function stepped(value: Milli, step: Milli): Milli {
  return Math.max(0, value + step);
}
