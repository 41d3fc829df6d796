import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { QueueState } from "./queue-state.ts";

const DELIVERY_STATUSES = ["queued", "sending", "sent", "failed", "superseded"];

export type Metrics = { expose(state: QueueState | null): Promise<{ contentType: string; body: string }> };

/** Metrics of this process and of the queues for Prometheus. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge<L>({ name, help, labelNames, registers: [registry] });

  const up = gauge("database_up", "1 when the database answered at the last collection");
  const waiting = gauge("queue_waiting", "What waits in a queue", ["queue"]);
  const age = gauge("queue_age_seconds", "Age of the oldest that waits; 0 when nothing does", ["queue"]);
  const parked = gauge("outbox_parked", "Events that were set aside because they could not be told");
  const deliveries = gauge("deliveries", "Messages to Telegram by their state", ["status"]);

  return {
    async expose(state) {
      up.set(state === null ? 0 : 1);
      if (state !== null) {
        const { outbox, files } = state;
        parked.set(outbox.parked);
        waiting.set({ queue: "outbox" }, outbox.waiting);
        waiting.set({ queue: "deliveries" }, state.deliveries.byStatus["queued"] ?? 0);
        waiting.set({ queue: "files" }, files.waiting);
        age.set({ queue: "outbox" }, outbox.ageSeconds ?? 0);
        age.set({ queue: "deliveries" }, state.deliveries.ageSeconds ?? 0);
        age.set({ queue: "files" }, files.ageSeconds ?? 0);
        for (const status of DELIVERY_STATUSES) {
          deliveries.set({ status }, state.deliveries.byStatus[status] ?? 0);
        }
      }
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}
