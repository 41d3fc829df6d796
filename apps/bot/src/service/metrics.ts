import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";

export type UpdateEvent = "received" | "worked" | "failed";

export type Metrics = {
  count(what: UpdateEvent, number: number): void;
  /** What a collector reads; the number of waiting updates is null while the database is away. */
  expose(waiting: number | null): Promise<{ contentType: string; body: string }>;
};

/** Metrics of this process for Prometheus. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const updates = new Counter({
    name: "bot_updates_total",
    help: "Updates of Telegram: written down, worked to the end, failed tries",
    labelNames: ["event"],
    registers: [registry],
  });
  const waiting = new Gauge({
    name: "bot_updates_waiting",
    help: "Updates written down and not worked yet",
    registers: [registry],
  });
  const up = new Gauge({
    name: "database_up",
    help: "1 when the database answered at the last collection",
    registers: [registry],
  });
  return {
    count: (what, number) => updates.inc({ event: what }, number),
    async expose(number) {
      up.set(number === null ? 0 : 1);
      if (number !== null) waiting.set(number);
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}
