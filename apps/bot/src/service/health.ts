import { Hono } from "hono";
import type { Metrics } from "./metrics.ts";

export type HealthDeps = {
  metrics: Metrics;
  /** Updates that wait; null, after a warning, while the database does not answer. */
  waitingUpdates: () => Promise<number | null>;
  /** True once the bot knows who it is and works its queues. */
  isWorking: () => boolean;
};

/** What a watchman asks of the process: alive, ready, and its numbers. */
export function createHealth({ metrics, waitingUpdates, isWorking }: HealthDeps): Hono {
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ alive: true }));
  app.get("/readyz", async (c) => {
    const waiting = await waitingUpdates();
    const checks = { process: isWorking(), database: waiting !== null };
    const ready = checks.process && checks.database;
    return c.json({ ready, checks, waitingUpdates: waiting }, ready ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    const { contentType, body } = await metrics.expose(await waitingUpdates());
    return c.body(body, 200, { "content-type": contentType });
  });
  return app;
}
