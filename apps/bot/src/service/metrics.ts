import { createProcessMetrics, type Exposition } from "@stsphera/service";
import { Counter, Gauge } from "prom-client";
import type { QueueState } from "./queue-state.ts";

type UpdateEvent = "received" | "worked" | "failed";

export type Metrics = {
  count(what: UpdateEvent, number: number): void;
  /** Metrics in the Prometheus text format; `state` is null while the database is unavailable. */
  expose(state: QueueState | null): Promise<Exposition>;
};

/** Prometheus metrics of this process. */
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
