import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Logger } from "@stsphera/service";
import type { ApiEnv } from "../deps.ts";
import type { Metrics } from "../service/metrics.ts";

/** Assigns the request id, and logs and measures the answer. Never logs the address, the body or the token. */
export function observe(log: Logger, metrics: Metrics): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const began = performance.now();
    c.set("requestId", randomUUID());
    c.set("route", "unmatched");
    await next();
    const ms = performance.now() - began;
    const { method } = c.req;
    const { status } = c.res;
    metrics.answered({ method, route: c.var.route, status, seconds: ms / 1000 });
    const line = {
      requestId: c.var.requestId,
      method,
      route: c.var.route,
      status,
      ms: Math.round(ms * 10) / 10,
    };
    const actor = c.get("actor") as ApiEnv["Variables"]["actor"] | undefined;
    log[status >= 500 ? "error" : "info"](
      actor === undefined ? line : { ...line, userId: actor.id },
      "answered",
    );
  };
}
