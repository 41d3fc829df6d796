import type { AppDeps } from "./deps.ts";

/**
 * Per user 20 requests a second, in bursts of up to 60, and 10 sign-ins a minute. Per address 10 failed sign-ins a
 * minute; what succeeds is limited more widely, since one network may serve a whole site.
 */
export const LIMITS: AppDeps["limits"] = {
  person: { perSecond: 20, burst: 60 },
  auth: { perSecond: 10 / 60, burst: 10 },
  authCalls: { perSecond: 5, burst: 200 },
  signIns: { perSecond: 10 / 60, burst: 10 },
};

export const ANSWER_WITHIN_MS = 20_000;
