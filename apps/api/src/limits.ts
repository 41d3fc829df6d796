import type { AppDeps } from "./deps.ts";

/** Per user 20 requests a second, in bursts of up to 60; sign-in 10 a minute per address. */
export const LIMITS: AppDeps["limits"] = {
  person: { perSecond: 20, burst: 60 },
  auth: { perSecond: 10 / 60, burst: 10 },
};

export const ANSWER_WITHIN_MS = 20_000;
