import type { AppDeps } from "./deps.ts";

/** 20 requests a second a person, 60 at once; sign-in 10 a minute an address. */
export const LIMITS: AppDeps["limits"] = {
  person: { perSecond: 20, burst: 60 },
  auth: { perSecond: 10 / 60, burst: 10 },
};

export const ANSWER_WITHIN_MS = 20_000;
