import type { Fact } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { deviationOfFact } from "./deviation.ts";

const fact = (planQty: string | null, deviation: string | null, deviationPct: string | null) =>
  ({ planQty, deviation, deviationPct }) as Fact;

test.each([
  ["12", "0", "0", "green"],
  ["12", "-1", "-8.3", "green"],
  ["12", "-2", "-16.7", "amber"],
  ["10", "8", "80", "red"],
])("plan %s, deviation %s (%s %%) is %s", (plan, deviation, pct, tone) => {
  expect(deviationOfFact(fact(plan, deviation, pct))?.tone).toBe(tone);
});

test("without a plan there is no deviation", () => {
  expect(deviationOfFact(fact(null, null, null))).toBeNull();
});
