import { Hono } from "hono";
import type { Exposition } from "./metrics.ts";
import type { StoreState } from "./store-watch.ts";

export type Watched<T extends object> = {
  /** True once every part works, until the process is stopped. */
  isWorking: () => boolean;
  /** Reads the state of the queues from the database, for metrics. */
  readState: () => Promise<T>;
  /** How long the queues make wait, for the readiness answer: found by indexes, so that it costs nothing when they grow. */
  readAges: () => Promise<object>;
  /** Metrics; the state is null while the database does not answer. */
  expose: (state: T | null) => Promise<Exposition>;
  /** Of a process that stores files; without its bucket it is not ready. */
  storeState?: () => Promise<StoreState>;
  warn: (message: string, error: unknown) => void;
};

/** Health endpoints of a queue worker: liveness, readiness, and metrics. */
export function createHealth<T extends object>(watched: Watched<T>): Hono {
  const { isWorking, readState, readAges, expose, storeState, warn } = watched;
  const read = async <R>(from: () => Promise<R>): Promise<R | null> => {
    try {
      return await from();
    } catch (error) {
      warn("the database does not answer", error);
      return null;
    }
  };
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ alive: true }));
  app.get("/readyz", async (c) => {
    const ages = await read(readAges);
    const store = await storeState?.();
    const checks = {
      process: isWorking(),
      database: ages !== null,
      ...(store === undefined ? {} : { bucket: store !== "no_bucket" }),
    };
    const ready = Object.values(checks).every((good) => good);
    return c.json({ ready, checks, ...(store === undefined ? {} : { store }), ...ages }, ready ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    const { contentType, body } = await expose(await read(readState));
    return c.body(body, 200, { "content-type": contentType });
  });
  return app;
}
