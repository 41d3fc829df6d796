import { createProcessMetrics, type Exposition } from "@stsphera/service";
import { Gauge } from "prom-client";
import type { QueueState } from "./queue-state.ts";

const DELIVERY_STATUSES = ["queued", "sending", "failed"] as const;

export type Metrics = { expose(state: QueueState | null): Promise<Exposition> };

/** Prometheus metrics of this process and of the queues. */
export function createMetrics(): Metrics {
  const { registry, databaseUp, expose } = createProcessMetrics();
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge<L>({ name, help, labelNames, registers: [registry] });

  const waiting = gauge("queue_waiting", "What waits in a queue", ["queue"]);
  const age = gauge("queue_age_seconds", "Age of the oldest that waits; 0 when nothing does", ["queue"]);
  const parked = gauge("outbox_parked", "Events that were set aside because they could not be told");
  const deliveries = gauge(
    "deliveries",
    "Messages to Telegram that wait, are being sent, or failed within a day",
    ["status"],
  );

  return {
    expose(state) {
      databaseUp(state !== null);
      if (state !== null) {
        const { outbox, files } = state;
        parked.set(outbox.parked);
        waiting.set({ queue: "outbox" }, outbox.waiting);
        waiting.set({ queue: "deliveries" }, state.deliveries.byStatus.queued);
        waiting.set({ queue: "files" }, files.waiting);
        age.set({ queue: "outbox" }, outbox.ageSeconds ?? 0);
        age.set({ queue: "deliveries" }, state.deliveries.ageSeconds ?? 0);
        age.set({ queue: "files" }, files.ageSeconds ?? 0);
        for (const status of DELIVERY_STATUSES) {
          deliveries.set({ status }, state.deliveries.byStatus[status]);
        }
      }
      return expose();
    },
  };
}
