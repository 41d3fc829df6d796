import { Gauge, Histogram } from "prom-client";
import type { Context } from "@stsphera/core";
import { createProcessMetrics, type Exposition, type Logger } from "@stsphera/service";

type Answered = { method: string; route: string; status: number; seconds: number };

export type Metrics = {
  answered(answer: Answered): void;
  /** Metrics in the Prometheus text format, with their content type. */
  expose(): Promise<Exposition>;
};

type Db = Context["db"];

const CONNECTIONS = `
  select coalesce(state, 'unknown') as state, count(*)::int as number
  from pg_stat_activity
  where datname = current_database() and application_name = current_setting('application_name')
    and pid <> pg_backend_pid()
  group by 1`;
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Prometheus metrics of this process: answers by route, database connections, Node itself. */
export function createMetrics(db: Db, log: Logger): Metrics {
  const { registry, databaseUp, expose } = createProcessMetrics();
  const answers = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from the request to its answer, by route",
    labelNames: ["method", "route", "status"],
    buckets: BUCKETS,
    registers: [registry],
  });
  const connections = new Gauge({
    name: "database_connections",
    help: "Connections of the API to the database, by state",
    labelNames: ["state"],
    registers: [registry],
  });

  async function collectConnections(): Promise<void> {
    connections.reset();
    try {
      for (const row of await db.read<{ state: string; number: number }>(CONNECTIONS, [])) {
        connections.set({ state: row.state }, row.number);
      }
      databaseUp(true);
    } catch (error) {
      databaseUp(false);
      log.warn({ err: error }, "connections to the database could not be counted");
    }
  }

  return {
    answered({ method, route, status, seconds }) {
      answers.observe({ method, route, status: String(status) }, seconds);
    },
    async expose() {
      await collectConnections();
      return expose();
    },
  };
}
