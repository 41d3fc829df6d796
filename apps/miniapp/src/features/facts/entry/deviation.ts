import type { Fact } from "@stsphera/contracts";

export type Deviation = {
  readonly tone: "green" | "amber" | "red";
  readonly quantity: string;
  readonly pct: string | null;
};

const LOUD_PCT = 15;

/** How an entry lies to its day's plan: more than 15 % off is loud, more than half is louder; null without a plan. */
export function deviationOfFact({ planQty, deviation, deviationPct }: Fact): Deviation | null {
  if (planQty === null || deviation === null) return null;
  const size = Math.abs(Number(deviationPct ?? "0"));
  const tone = size <= LOUD_PCT ? "green" : size <= 50 ? "amber" : "red";
  return { tone, quantity: deviation, pct: deviationPct };
}
