import type { AlertKind } from "@stsphera/contracts/vocabulary";
import type { Judged } from "../conditions.ts";

/** What was last told of a condition; `differsSince`: since when the measure says otherwise. */
export type Told = { bad: boolean; differsSince: Date | null; toldAt: Date | null };

/** How long trouble, or its end, must last before it is told: what comes and goes is told once. */
export const BEGIN_AFTER_MS = 60_000;
export const END_AFTER_MS = 15 * 60_000;
/** How often lasting trouble is repeated. */
export const REMIND_EVERY_MS = 24 * 3_600_000;

export const UNTOLD: Told = { bad: false, differsSince: null, toldAt: null };

export type Step = { tell: Exclude<AlertKind, "test"> | null; differsSince: Date | null };

/** What is to be told of a condition now, and since when it differs from what was told. Unknown measures change nothing. */
export function nextStep({ bad, differsSince, toldAt }: Told, state: Judged["state"], now: Date): Step {
  if (state === "unknown") return { tell: null, differsSince };
  if ((state === "bad") === bad)
    return { tell: bad && isLong(toldAt, REMIND_EVERY_MS, now) ? "lasts" : null, differsSince: null };
  const since = differsSince ?? now;
  const due = isLong(since, bad ? END_AFTER_MS : BEGIN_AFTER_MS, now);
  if (!due) return { tell: null, differsSince: since };
  return { tell: bad ? "ends" : "begins", differsSince: null };
}

const isLong = (since: Date | null, ms: number, now: Date): boolean =>
  since !== null && now.getTime() - since.getTime() >= ms;
