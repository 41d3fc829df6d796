import { collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** The metrics with their content type. */
export type Exposition = { contentType: string; body: string };

export type ProcessMetrics = {
  registry: Registry;
  /** Whether the database answered at this collection. */
  databaseUp(answered: boolean): void;
  expose(): Promise<Exposition>;
};

/** Prometheus metrics common to all processes: Node itself, and whether the database answers. */
export function createProcessMetrics(): ProcessMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const up = new Gauge({
    name: "database_up",
    help: "1 when the database answered at the last collection",
    registers: [registry],
  });
  return {
    registry,
    databaseUp: (answered) => up.set(answered ? 1 : 0),
    expose: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
