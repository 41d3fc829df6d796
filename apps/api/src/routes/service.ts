import type { Hono } from "hono";
import type { ApiEnv, AppDeps } from "../deps.ts";
import { bytes, json } from "../http/answer.ts";
import type { Metrics } from "../service/metrics.ts";
import { checkReadiness } from "../service/readiness.ts";

/** Endpoints for monitoring and orchestration: health, readiness, metrics. */
export function mountService(app: Hono<ApiEnv>, deps: AppDeps, metrics: Metrics): void {
  app.get("/healthz", (c) => {
    c.set("route", "/healthz");
    return json(c, 200, { status: "ok" });
  });

  app.get("/readyz", async (c) => {
    c.set("route", "/readyz");
    const state = await checkReadiness(deps.db, deps.service, deps.now(), await deps.storeState(), (error) =>
      deps.log.warn({ requestId: c.var.requestId, err: error }, "the database does not answer"),
    );
    const { ready, ...rest } = state;
    const wait: Record<string, string> = ready ? {} : { "Retry-After": "1" };
    return json(c, ready ? 200 : 503, { status: ready ? "ready" : "not_ready", ...rest }, wait);
  });

  app.get("/metrics", async (c) => {
    c.set("route", "/metrics");
    const { contentType, body } = await metrics.expose();
    return bytes(c, 200, contentType, Buffer.from(body));
  });
}
