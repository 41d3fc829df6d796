import { Hono } from "hono";
import type { Exposition } from "./metrics.ts";
import type { StoreState } from "./store-watch.ts";

export type Watched<T extends object> = {
  /** True once every part works, until the process is stopped. */
  isWorking: () => boolean;
  /** Reads the state of the queues from the database, for metrics. */
  readState: () => Promise<T>;
  /** Asks whether the database answers. */
  ping: () => Promise<unknown>;
  /**
   * How long the queues make wait, for the readiness answer: found by indexes, so that it costs nothing when they grow.
   * Left out when a queue's table is locked.
   */
  readAges: () => Promise<object>;
  /** Metrics; the state is null while the database does not answer. */
  expose: (state: T | null) => Promise<Exposition>;
  /** Of a process that stores files; without its bucket it is not ready. */
  storeState?: () => Promise<StoreState>;
  warn: (message: string, error: unknown) => void;
};

/** Health endpoints of a queue worker: liveness, readiness, and metrics. */
export function createHealth<T extends object>(watched: Watched<T>): Hono {
  const { isWorking, readState, ping, readAges, expose, storeState, warn } = watched;
  const read = async <R>(
    from: () => Promise<R>,
    otherwise = "the database does not answer",
  ): Promise<R | null> => {
    try {
      return await from();
    } catch (error) {
      warn(otherwise, error);
      return null;
    }
  };
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ alive: true }));
  app.get("/readyz", async (c) => {
    const answers = (await read(async () => ({ answered: await ping() }))) !== null;
    const ages = answers ? await read(readAges, "the queues could not be read") : null;
    const store = await storeState?.();
    const checks = {
      process: isWorking(),
      database: answers,
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
