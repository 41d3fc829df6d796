import type { Context } from "@stsphera/core";
import type { AppDeps, HttpContext } from "../deps.ts";
import { readIdempotencyKey } from "./idempotency-key.ts";

/** The Context of the verb, for one request. */
export function verbContext(c: HttpContext, deps: AppDeps): Context {
  const { requestId, actor } = c.var;
  const key = c.req.method === "GET" ? undefined : readIdempotencyKey(c);
  return {
    db: deps.db,
    actor,
    now: deps.now(),
    requestId,
    links: deps.links,
    ...(deps.probes === undefined ? {} : { probes: deps.probes }),
    warn: (message, error) => deps.log.warn({ requestId, err: error }, message),
    ...(key === undefined ? {} : { idempotencyKey: key }),
  };
}
