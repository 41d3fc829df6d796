import type { AppDeps } from "./deps.ts";

/**
 * Per user 20 requests a second, in bursts of up to 60, of costly ones far fewer, and 10 sign-ins a minute; one thing that proves who somebody is
 * may be tried 20 times a minute. Per address and way in 10 failures a minute, and more widely what has to be looked up,
 * since one network may serve a whole company.
 */
export const LIMITS: AppDeps["limits"] = {
  person: { perSecond: 20, burst: 60 },
  costly: { perSecond: 1, burst: 12 },
  auth: { perSecond: 10 / 60, burst: 10 },
  authCalls: { perSecond: 10, burst: 300 },
  tries: { perSecond: 20 / 60, burst: 20 },
  signIns: { perSecond: 10 / 60, burst: 10 },
};

/**
 * Requests that keep the process from answering others while it works: one token stands for about 150 ms of its time (a
 * PDF of a month takes 300, the dates of 2,000 rows 20 and their text as much). Patterns as in Hono.
 */
export const COSTLY: readonly (readonly [path: string, tokens: number])[] = [
  ["/api/audit/exports/:key/file", 2],
  ["/api/data-exports/:key/file", 2],
  ["/api/objects/:objectId/gpr", 0.25],
  ["/api/objects/:objectId/shift-report/file", 2],
  ["/api/gpr-versions/:gprId/*", 0.25],
  ["/api/shift-records/:recordId/act", 2],
];

export const ANSWER_WITHIN_MS = 20_000;
