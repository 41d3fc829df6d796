import { Hono } from "hono";
import type { Exposition } from "./metrics.ts";

export type Watched<T extends object> = {
  /** True once every part works, until the process is told to stop. */
  isWorking: () => boolean;
  /** What the database says of the work that waits; part of the answer about readiness. */
  readState: () => Promise<T>;
  /** Numbers for the collector; null while the database does not answer. */
  expose: (state: T | null) => Promise<Exposition>;
  warn: (message: string, error: unknown) => void;
};

/** What a watchman asks of a process that works queues: alive, ready, and its numbers. */
export function createHealth<T extends object>({ isWorking, readState, expose, warn }: Watched<T>): Hono {
  const read = async (): Promise<T | null> => {
    try {
      return await readState();
    } catch (error) {
      warn("the database does not answer", error);
      return null;
    }
  };
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ alive: true }));
  app.get("/readyz", async (c) => {
    const state = await read();
    const checks = { process: isWorking(), database: state !== null };
    const ready = checks.process && checks.database;
    return c.json({ ready, checks, ...state }, ready ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    const { contentType, body } = await expose(await read());
    return c.body(body, 200, { "content-type": contentType });
  });
  return app;
}
