import { invalidField } from "../../kernel/index.ts";

const NORM_UNDER = 1_000_000;

/** Refuses a norm that the table cannot hold. */
export function assertNorm(normHours: string): void {
  if (Number(normHours) >= NORM_UNDER) throw invalidField("normHours", "norm_too_large");
}
