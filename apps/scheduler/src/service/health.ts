import { Hono } from "hono";
import type { Metrics } from "./metrics.ts";
import type { QueueState } from "./queue-state.ts";

export type HealthDeps = {
  metrics: Metrics;
  /** Null, after a warning, while the database does not answer. */
  readQueues: () => Promise<QueueState | null>;
  /** True once every part works. */
  isStarted: () => boolean;
  isStopping: () => boolean;
};

/** What a watchman asks of the process: alive, ready, and its numbers. */
export function createHealth({ metrics, readQueues, isStarted, isStopping }: HealthDeps): Hono {
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ alive: true }));
  app.get("/readyz", async (c) => {
    const queues = await readQueues();
    const checks = { process: isStarted() && !isStopping(), database: queues !== null };
    const ready = checks.process && checks.database;
    return c.json({ ready, checks, queues }, ready ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    const { contentType, body } = await metrics.expose(await readQueues());
    return c.body(body, 200, { "content-type": contentType });
  });
  return app;
}
