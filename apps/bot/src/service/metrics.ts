import { createProcessMetrics, type Exposition } from "@stsphera/service";
import { Counter, Gauge } from "prom-client";
import type { QueueState } from "./queue-state.ts";

type UpdateEvent = "received" | "worked" | "failed";

export type Metrics = {
  count(what: UpdateEvent, number: number): void;
  /** What a collector reads; null while the database is away. */
  expose(state: QueueState | null): Promise<Exposition>;
};

/** Metrics of this process for Prometheus. */
export function createMetrics(): Metrics {
  const { registry, databaseUp, expose } = createProcessMetrics();
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
  return {
    count: (what, number) => updates.inc({ event: what }, number),
    expose(state) {
      databaseUp(state !== null);
      if (state !== null) waiting.set(state.waitingUpdates);
      return expose();
    },
  };
}
