import type { AppDeps } from "./deps.ts";

/**
 * Per user 20 requests a second, in bursts of up to 60, and 10 sign-ins a minute; one thing that proves who somebody is
 * may be tried 20 times a minute. Per address and way in 10 failures a minute, and more widely what has to be looked up,
 * since one network may serve a whole company.
 */
export const LIMITS: AppDeps["limits"] = {
  person: { perSecond: 20, burst: 60 },
  auth: { perSecond: 10 / 60, burst: 10 },
  authCalls: { perSecond: 10, burst: 300 },
  tries: { perSecond: 20 / 60, burst: 20 },
  signIns: { perSecond: 10 / 60, burst: 10 },
};

export const ANSWER_WITHIN_MS = 20_000;
